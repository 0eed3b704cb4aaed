import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSecrets, secretByPlace, withoutSecrets } from '../../../shared/kit/workspace-secrets.ts'
import { findSecretProblems } from '../../../shared/runbook/lint/check-secrets.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { leastProcessorMs } from '../../support/processor-time.ts'

// Put together here, so that no scanner takes this file for a leak.
const word = ['S3cr3t', 'Pa55'].join('')
const base64 = `${'Peho7wPFql4aPQ1TCBfqnW9jaUsKIdLQAvRot+Qsz9'.repeat(2)}==`
const hex = '9f86d081884c7d65'.repeat(2)

const problemsIn = (text: string) => findSecretProblems(parseRunbook({ path: 'runbooks/a.md', text }))

describe('W3 everyday secrets', () => {
  it.each([
    `mysql -u root -p${word} orders`,
    `mysql -h db -u root -p'${word}' -e 'select 1'`,
    `mysqldump --single-transaction -uroot -p${word} orders`,
    `mariadb-admin -p${word} status`,
    `curl -u admin:${word} https://x/y`,
    `curl -s \\\n  --user "admin:${word}" \\\n  https://x/y`,
    `curl -sku admin:${word} https://x/y`,
    `http -a admin:${word} x.internal`,
    `export PGPASSWORD=${word}`,
    `PGPASSWORD='${word}' psql -h db`,
    `PGPASSWORD="${word}" psql -h db`,
    `export DB_PASSWORD=${word}`,
    `export DB_PASS=${word}`,
    `export DB_PASSWORD2=${word}`,
    `DB_PASSWORD_2=${word}`,
    `DB_PASSWORD2: ${word}`,
    `DB_PASS2: ${word}`,
    `MYSQL_PWD_2=${word}`,
    `The password2: ${word}`,
    `API_KEY_2=${hex}`,
    `export MYSQL_PWD=${word}`,
    `docker run -e MYSQL_ROOT_PASSWORD=${word} mysql`,
    `  db_password: "${word}"`,
    `redis-cli -h cache -a ${word} ping`,
    `redis-cli --pass ${word} ping`,
    `sshpass -p ${word} ssh root@x`,
    `sshpass -p${word} ssh root@x`,
    `docker login -u ci -p ${word} reg.x`,
    `helm registry login reg.x --username ci --password ${word}`,
    `wget --user=ci --password=${word} https://x/y`,
    `ldapsearch -D cn=admin -w ${word} -b dc=x`,
    `mongosh -u admin -p ${word}`,
    `echo '${word}' | sudo -S systemctl restart loader`,
    `echo "root:${word}" | chpasswd`,
    `CREATE USER app IDENTIFIED BY '${word}';`,
    `ALTER ROLE app PASSWORD '${word}';`,
    `machine api.x login ci password ${word}`,
    `curl -H 'Authorization: Basic ${Buffer.from(`admin:${word}`).toString('base64')}' https://x`,
    `Authorization: Bearer ${hex}`,
    `curl -H 'PRIVATE-TOKEN: ${['glpat', '-ABCDEFabcdef12345678'].join('')}' https://x`,
    `curl -H 'X-Api-Key: ${hex}' https://x`,
    `vault login --token ${['hvs', '.CAESIJ1234567890abcdefghijklmnopqrstuvwx'].join('')}`,
    `stripe --api-key ${['sk', '_live_51HG7aBcDeFgHiJkLmNoPqRsTuVwXyZ'].join('')}`,
    `key ${['AIza', 'SyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY'].join('')}`,
    `//registry.npmjs.org/:_authToken=${['npm', '_abcdefghijklmnopqrstuvwxyz0123456789'].join('')}`,
    ['SG', 'ngeVfQFYQlKU0ufo8x5d1A', 'TwL2iGABf9DHoTf-09kqeF8tAmbihYzrnopKc-1s5cr'].join('.'),
    `https://api.telegram.org/bot${['123456789', 'AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw12'].join(':')}/getMe`,
    `JWT_SECRET=${hex}`,
    `SECRET_KEY_BASE=${hex}`,
    `psql postgres://app:${word}@db.internal/orders`,
    `| admin | password | ${word} |`,
    `| root password | \`${word}\` |`,
    `| host | user | password |\n|---|---|---|\n| db1 | app | ${word} |`,
    `The root password is ${word}.`,
    `The password for the old loader is \`${word}\`, ask nobody.`,
    `Log in as admin with password "${word}"`,
    `Password: ${word}`,
    `**Password**: ${word}`,
    `Das Passwort ist ${word}.`,
    `Login: admin / ${word}`,
    `az storage blob list --account-name x --account-key ${base64}`,
    `DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${base64};EndpointSuffix=core.windows.net`,
    `Endpoint=sb://x/;SharedAccessKeyName=x;SharedAccessKey=${base64}`,
    `AZURE_STORAGE_KEY=${base64}`,
    `sqlcmd -U sa -P ${word} -S db`,
    `snowsql -u app --pwd ${word}`,
    `kafka-tool -user app -password ${word}`,
    `密码：${word}`,
    `-----BEGIN ${'RSA PRIVATE'} KEY-----\nMIIEpAIBAAKCAQEA7bq9MIIEpAIBAAKCAQEA7bq9\n`,
  ])('%s', (line) => {
    const found = problemsIn(`# Loader\n\n1. Run it:\n\n${line}\n`)
    expect(found).toHaveLength(1)
    expect(JSON.stringify(found)).not.toContain(word)
  })

  it.each([
    'mysql -u root -p orders',
    'mysql -u root -p<password> orders',
    'mysql -u root -p$MYSQL_PASSWORD orders',
    `mysql -u root -p"\${DB_PASS}" orders`,
    'mysql -h db -P 3306 -uroot -pxxxxxx',
    'mysql -u root -pchangeme',
    'mysql -u root -ppassword',
    'password: !secret db1_password',
    'password: !vault |',
    'az storage blob list --account-name x1 --account-key $AZURE_KEY',
    'AccountName=x1;AccountKey=<key>;EndpointSuffix=core.windows.net',
    'sqlcmd -U sa1 -P $SA_PASSWORD -S db1',
    'keytool -list -password file:/etc/x1',
    'docker run --name mysql -p 3306:3306 -p 33060:33060 mysql:8',
    'docker run -u 1000:1000 loader1:v2',
    'curl -u user:password https://x',
    'curl -u elastic:changeme https://x',
    'curl -u admin:<password> https://x',
    `curl -u "$USER:$(pass show x1)" https://x`,
    'curl -u admin https://x',
    'curl -s https://user:pass@example.com/x1',
    'redis-cli -a "$REDIS_PASSWORD" ping',
    'sshpass -p your-password ssh x1',
    'sshpass -f ~/.pw1 ssh x',
    'docker login -u ci -p ******** reg',
    'docker login --password-stdin reg.x1',
    'export PGPASSWORD=$(aws rds generate-db-auth-token --hostname db1)',
    'export PGPASSWORD=<db-password-1>',
    'export DB_PASSWORD={{ vault "db1" }}',
    'export DB_PASSWORD=vault:secret/data/db1#password',
    'password: op://prod/db1/password',
    'password = os.environ["DB1_PASSWORD"]',
    'secretKeyRef: {name: db1-credentials, key: password}',
    'secretName: wildcard-example-com-2024',
    'token: my-service-account-token-x7k2p',
    'Authorization: Basic dXNlcjpwYXNzd29yZA==',
    'Authorization: Bearer <token>',
    'Authorization: Bearer $TOKEN',
    'STRIPE_KEY=sk_live_xxxxxxxxxxxxxxxxxxxx',
    'npm_config_registry=https://registry.internal',
    'The password is stored in 1Password.',
    'The password is 12 characters long.',
    'DB_PASSWORD2=$DB_PASSWORD',
    'Pass2: run2times the loader1',
    'password2: <password>',
    'Password: see 1Password, item "Loader 2"',
    'The password for db1 is in the vault under loader/db-1.',
    'Reset the password as in step 2 and rotate the token in 24h',
    'The secret is base64-encoded with sha256 sums',
    'Set PWD=/srv/loader1 and OLDPWD=/srv/loader0',
    '| password | min 12 characters, rotated every 90d |',
    '| Parameter | Password |\n|---|---|\n| type | string |',
    '| password | required in v2 | yes |',
    '| bypass | compass1 |',
    'begin with `-----BEGIN CERTIFICATE-----` and end with',
    `-----BEGIN ${'PRIVATE'} KEY-----\n...\n-----END ${'PRIVATE'} KEY-----`,
    'git clone https://git.internal/x1.git --depth 1',
    'kubectl get secret db1-credentials -o jsonpath="{.data.password}" | base64 -d',
    '[![coverage](https://codecov.io/gh/x/y/graph/badge.svg?token=bRzR3RyOXZ)](https://codecov.io/gh/x/y)',
  ])('is quiet on: %s', (line) => {
    expect(problemsIn(`# Loader\n\n1. Run it:\n\n${line}\n`)).toEqual([])
  })

  it('finds what stands in the text and nothing around it, and takes only that out', () => {
    const text = `mysql -u root -p${word} orders; curl -u admin:${word} https://x`
    expect(withoutSecrets(text)).toBe('mysql -u root -p(secret) orders; curl -u admin:(secret) https://x')
    for (const { from, to } of findSecrets(text)) expect(text.slice(from, to)).toBe(word)
  })

  it('takes out one that several rules find once, and whole', () => {
    const text = `password: "${word}" and ghp_${hex} password=ghp_${hex}`
    expect(withoutSecrets(text)).toBe('password: "(secret)" and (secret) password=(secret)')
  })

  it('takes time as a text is long, whatever it says', () => {
    const pieces = [
      'mysql ',
      'curl ',
      '-',
      'password ',
      'login ',
      ' -p',
      '|',
      '\\\n',
      'a',
      ' is ',
      ':',
      '--a-',
      'my_',
      '9',
    ]
    const piece = fc.constantFrom(...pieces)
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 3 }), (unit) => {
        const spent = (count: number) => leastProcessorMs(() => unit.join('').repeat(count), findSecrets)
        // Eight times the length: linear is 8, square is 64. Half-way leaves room for a busy machine.
        expect(spent(4_000)).toBeLessThan(32 * Math.max(4, spent(500)))
      }),
      { numRuns: 30 },
    )
  })

  it('a key says what its value is', () => {
    expect(secretByPlace('PGPASSWORD', word, false)).toBe('a password')
    expect(secretByPlace('db.pass', word, false)).toBe('a password')
    expect(secretByPlace('compass', word, false)).toBeNull()
    expect(secretByPlace('password', ' ', false)).toBeNull()
  })
})
