/** Languages of code blocks that hold what one types: a shell, a database, or none named. Plain text counts only when it shows prompts. */
export const SHELLS = new Set([
  '',
  'sh',
  'bash',
  'shell',
  'zsh',
  'fish',
  'ksh',
  'console',
  'terminal',
  'session',
  'shell-session',
  'sh-session',
  'shellsession',
  'bash-session',
  'cmd',
  'bat',
  'batch',
  'powershell',
  'ps1',
  'pwsh',
  'sql',
  'psql',
  'text',
  'txt',
  'plaintext',
])

/** Languages of code blocks that are looked at and never run: logs, settings, diagrams (R3). */
export const SHOWN_ONLY = new Set([
  'json',
  'json5',
  'jsonc',
  'yaml',
  'yml',
  'xml',
  'html',
  'css',
  'log',
  'logs',
  'csv',
  'tsv',
  'diff',
  'patch',
  'mermaid',
  'plantuml',
  'puml',
  'dot',
  'graphviz',
  'ascii',
  'markdown',
  'md',
  'toml',
  'ini',
  'properties',
  'conf',
  'env',
  'hcl',
  'terraform',
  'tf',
  'nginx',
  'haproxy',
  'apache',
  'http',
  'text',
  'txt',
  'plaintext',
  'plain',
  'none',
  'stacktrace',
  'traceback',
])

/** What came out, as the language of a block tells: `output`, `console-result`. Nothing of it was typed. */
export const CAME_OUT = /^(?:[\w#+]+-)*(?:outputs?|results?|responses?|answers?)$/

/** Languages that say nothing of what a block holds: a query or a command there is one (R3). */
export const PLAIN_TEXT = new Set(['text', 'txt', 'plaintext', 'plain', 'none'])

/** What a request of HTTP begins with, as one pattern. */
export const METHODS = 'GET|PUT|POST|DELETE|HEAD|PATCH'

/** Tools of the shell that runbooks of public collections call, as one pattern: a line or code span that begins with one is a command. */
export const TOOLS =
  'kubectl|oc|helm|docker|docker-compose|podman|nerdctl|crictl|argocd|flux|istioctl|minikube|kind|stern|kustomize|eksctl|doctl|openstack|rbd|apt|apt-get|yum|dnf|apk|brew|uv|poetry|pnpm|gh|glab|fly|flyctl|heroku|vercel|wrangler|dotnet|ip|smartctl|ethtool|dmesg|mount|umount|chmod|chown|nft|iptables|ufw|zfs|zpool|lvextend|resize2fs|cypher-shell|omd|sed|xargs|(?:Get|Set|New|Remove|Test|Restart|Start|Stop|Invoke)-[A-Z]\\w+|velero|pm2|supervisorctl|rabbitmqctl|nodetool|cqlsh|certbot|gitlab-[a-z]+|ceph|celery|clickhouse-client|influx|haproxy|nginx|apachectl|airflow|dbt|dagster|prefect|psql|mysql|sqlite3|mongosh?|redis-cli|etcdctl|spark-submit|spark-sql|hdfs|hive|beeline|trino|presto|snowsql|bq|gsutil|gcloud|aws|az|s3cmd|rclone|terraform|ansible(?:-playbook)?|systemctl|sv|journalctl|service|sudo|ssh|scp|rsync|curl|wget|dig|nslookup|ping|nc|openssl|tail|head|less|cat|grep|zgrep|awk|sed|jq|yq|find|ls|df|du|ps|top|htop|free|iostat|vmstat|lsof|netstat|ss|kill|pkill|rm|mv|cp|mkdir|rmdir|touch|tar|gzip|gunzip|git|make|npm|npx|yarn|just|node|python3?|pip3?|java|mvn|gradle|go|cargo|ruby|bundle|rake|php|pg_dump|pg_restore|pg_isready|pg_ctl|patronictl|vault|consul|nomad|promtool|amtool|kafka-[a-z-]+(?:\\.sh)?|kcat|kafkacat|flink|crontab|virtctl|pidstat|sar|mpstat|iotop|strace|tcpdump|telnet|traceroute|mtr|ntpq|chronyc|timedatectl|ipmitool|mdadm|lsblk|fdisk|blkid|lvs|vgs|pvs|virsh|cilium|calicoctl|linkerd|tsh|juju|kubeadm|talosctl|k3s|k0s|rke2|kops|clusterctl|etcdutl|longhornctl|cephadm|iscsiadm|microk8s|hubble|ctr|skopeo|cockroach|vtctl[a-z]*|yb-admin|tiup|mongodump|mongorestore|mysqldump|mysqladmin|xtrabackup|wal-g|pgbackrest|barman|repmgr|fab|knife|chef-client|puppet|rails|artisan|sbt|bosh|cf|credhub|monit|terragrunt|pulumi|packer|growpart|xfs_growfs|sysctl|firewall-cmd|nmcli|dpkg|dpkg-reconfigure|rpm|zypper|gpg|keytool|jstack|jmap|jcmd|mysqlsh|sqlcmd|ysqlsh|ycqlsh|yb-[a-z-]+|restic|sops|rpk|mc|pacman|sqlplus|lsnrctl|tnsping|srvctl|rman|nvidia-smi|oci|ibmcloud|rosa|hcloud|kubectx|kubens|kubeseal|hostnamectl|resolvectl|modprobe|xfs_repair|fsck|nvme|vgextend|lvcreate|pvresize|pvesh|pveceph|docker-machine|mongostat|pgbench|pgcli|duckdb|cmctl|wp|drush|php-fpm|pgrep|pstree|killall|date|watch|export|unset|echo|test|bash|sh|nightdesk'

/** Those of them that open a console or a shell, whose prompt may be their name, as one pattern. */
export const CONSOLE_TOOLS =
  'psql|mysql|mysqlsh|sqlite3|mongosh?|redis-cli|hive|beeline|trino|presto|snowsql|cqlsh|ysqlsh|ycqlsh|cypher-shell|influx|clickhouse-client|duckdb|pgcli|sqlcmd|sqlplus|rman|lsnrctl|srvctl|node|python3?|ruby|php|rails|spark-sql|etcdctl|consul|vault|cockroach|flink|gdb|virsh|mc|nodetool|chronyc|bash|sh'
