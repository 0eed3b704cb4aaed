import { termOf } from './cut-words.ts'

/**
 * Words that stand in everything people write, by language: they tell nothing of what it is about. Words that are also names of
 * things on call (`pod`, `io`, `es`) are left out.
 */
const WORDS = {
  english: `a about above after again against all almost already also although always am an and another any anything are around as at
    away back be became because become been before began behind being below between both but by came can cannot could did do does doing
    done during each either else enough even ever every everybody everyone everything few first for forty found from further gave get
    gets getting give given go goes going gone got had half has have having he her here hers him his how however hundred i if in into is it
    its itself just keep kept know last later least left less let like little long look looked looking looks lot made make makes many may
    maybe me might mine more most much must my near need needed needs neither never new next no nobody none nor not nothing now of off often
    on once one only onto or other others our out over own per perhaps please put quite rather really right said same saw say says second see
    seem seemed seems seen sent several shall she should show shows since so some somebody someone something soon still stuff such take taken
    tell ten than that the their them themselves then there these they thing things think third this those though thought thousand three
    through thus till time times to today together told tomorrow tonight too took toward tried try trying twice two under until upon us
    use used using very via want wanted wants was way we well went were what whatever when where whether which while who whole whom whose why
    will with within without would yes yesterday yet you your morning evening afternoon noon night midnight lunch hour hours minute minutes
    day days week weeks month months`,
  german: `aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits bin bis bitte da dabei dadurch
    dafür dagegen daher damit danach dann daran darauf das dass davon dazu dein dem den denn der des dessen dich die dies diese diesem diesen
    dieser dieses doch dort du durch eben ein eine einem einen einer eines einige einmal er erst etwa etwas euch für gab ganz gegen gehen
    geht gemacht gerade gestern gewesen gibt gleich habe haben hat hatte hatten heute hier hinter ich ihm ihn ihnen ihr ihre immer in ins ist
    ja jede jedem jeden jeder jetzt kam kann kein keine keinen können konnte konnten kurz lang lange machen mal man manche mehr mein meine mich
    mir mit morgen musste müssen muss nach nachdem nachts nicht nichts noch nun nur ob oben oder ohne recht sehr seit sein seine seit sich sie
    sind so sobald sofern soll sollte sondern sonst sowie später über um und uns unser unter viel viele vom von vor vorher war waren warum was
    weg weil weiter wenn wer werden wie wieder will wir wird wo wurde wurden zu zum zur zwar zwei zwischen stunde stunden minuten uhr`,
  french: `afin ai ainsi alors après au aucun aucune aujourd aussi autre autres aux avait avant avec avez avoir avons beaucoup bien car ce
    ceci cela celle celui ces cet cette chaque chez comme comment dans de depuis des deux devant doit donc dont du elle elles en encore entre est
    et étaient était été être eu fait faire fois hier hors ici il ils je jour la là le les leur leurs lors lorsque lui mais même mes moi moins mon
    ne ni non nos notre nous on ont ou où par parce pas pendant peu peut plus plusieurs pour pourquoi puis quand que quel quelle quelque qui quoi
    sa sans se sera ses si son sont sous soit sur ta tant tous tout toute toutes très trop un une vers voici vos votre vous heure heures matin soir`,
  spanish: `a además ahora al algo alguna algunas alguno algunos allí antes aquí así aún aunque ayer bajo bien cada casi como con cual cuando
    cuatro de debe del desde después donde dos durante e el él ella ellas ellos en entonces entre era eran esa ese eso esta está estaba estaban
    están estas este esto estos fue fueron había hace hacer hacia han hasta hay hizo hora horas hoy la las le les lo los luego mañana más me
    menos mi mientras misma mismo mucho muy nada ni no nos nosotros nuestra nuestro o otra otras otro otros para pero poco por porque pues que qué
    quien se sea según ser si sí sido sin sino sobre son su sus también tan tanto tenía tiene tienen toda todas todo todos tras tres un una unas
    uno unos usted ustedes vez veces y ya yo`,
  portuguese: `a agora ainda além algum alguma alguns ali ante antes ao aos após aqui as assim até bem cada com como da das de dela dele
    deles depois desde deve dia do dois dos duas durante e é ela elas ele eles em enquanto então entre era eram essa esse esta está estão estava
    estavam este estes eu faz fez foi foram há hoje hora horas isso isto já lá lhe logo mais mas me mesma mesmo meu minha muito na nada não nas nem
    nenhum no nos nós nossa nosso num numa o onde ontem os ou outra outras outro outros para pela pelo pelos pode por porque pouco quando quanto
    que quem se seja sem sempre ser seu seus são só sobre sua suas também tem têm tinha toda todas todo todos três tudo um uma uns vez você`,
  italian: `a abbiamo adesso ai al alcune alcuni alla alle allora altra altre altri altro anche ancora aveva avevano bene che chi ci ciò
    circa come con cosa così cui da dal dalla dalle dai degli dei del della delle dello dentro di dopo dove due durante e è ecco ed era erano essere
    fa fare fatto fino fra fuori già giorno gli hanno ho i ieri il in la le lei li lo loro lui ma mai me meno mentre mi molto molti nel nella
    nelle nei niente no noi non nostra nostro o ogni oggi ora ore per perché però più poco poi prima può qualche quando quanto quasi quella quelle
    quelli quello questa queste questi questo qui quindi se sei sempre senza si sia siamo solo sono sopra sotto sta stata state stati stato su sua
    sue sui sul sulla suo tra tre troppo tutta tutte tutti tutto un una uno volta`,
  dutch: `aan achter al alle alleen als altijd ander andere anders bij binnen boven daar daarna dan dat de deze die dit doen door dus een
    eens eerst en er ergens erg gaan gaat ge geen gedaan geweest gisteren had hadden heb hebben heeft hem hen het hier hij hoe hun iets ik in is ja
    je jij kan keer kon kunnen maar meer men met mijn misschien moet moeten naar na nadat niet niets nog nu of om omdat onder ons onze ook op over
    reeds sinds te tegen ten toch toen tot tussen twee uit uur van vandaag veel voor vroeger waar waren waarom wanneer want was wat weer wel welke
    werd werden wie wij worden wordt zal ze zeer zelf zich zij zijn zo zoals zonder zou`,
  polish: `aby albo ale ani bardzo bez był była było były być choć co coś czy czyli dla do gdy gdzie go ich inne inny ja jak jako je jeden
    jednak jego jej jest jeszcze jeśli jeżeli już kiedy kilka każdy która które który którzy lub ma mają między mi może można na nad nadal nam nas
    nasz nie nic niż oraz od ona one oni ono po poza potem przed przez przy raz są się sobie swoje ta tak także tam te tego tej ten teraz też to
    trochę trzy tu tutaj tych tylko tym tę u w we wczoraj więc wszystko wszystkie z za zaś zawsze ze że żeby dzisiaj dwa godzin`,
  czech: `aby ale ani asi až bez bude budou by byl byla bylo byly být co což další dnes do ho ještě jak jako je jeho jejich jen jenž ještě již
    jsem jsme jsou kde kdy když která které který má mají mezi mi mít může na nad nám nás ne nebo nejsou není než nic od po podle pokud potom
    pouze pro proč proto protože před přes při se si své svůj tak také takže tam ten tento této to toho tom tomu tu tuto ty už vás ve velmi však
    všechno všechny včera z za zde že`,
  turkish: `ama ancak bazı bana ben beri bile bir biraz birkaç biz bize bu buna bunlar bunu burada bütün çok çünkü da daha dan de değil den
    diye dün eğer en fakat gibi göre hala hangi hem hep hepsi her hiç için iki ile ilk ise kadar kez ki kim mi mu nasıl ne neden nerede o olan olarak
    oldu olduğu olması olur olsa on ona onlar onu orada önce pek sadece sanki sen siz sonra şey şimdi şu tüm üç üzere üzerinde var ve veya ya yani
    yine yok zaman`,
  russian: `а без более больше бы был была были было быть в вам вас ведь весь во вот все всего всех всё вчера вы где да даже два для до
    долго должен ее ей ему если есть еще ещё же за здесь и из или им их к как какой когда кто ли либо лишь между меня мне много может можно мой мы на
    над надо нам нас наш не него нее нет ни нибудь них ничего но ну о об один однако она они оно от очень перед по под пока после потом потому
    почему почти при про просто раз с сам свой себя сегодня сейчас со снова так также такой там тебя тем теперь то тогда того тоже только том три
    тут ты у уже хотя чего чем через что чтобы эта эти это этого этой этом этот час часа часов`,
  ukrainian: `або але без більше був була були було бути вам вас ваш ви він вона вони воно все всі вже від де для до дуже за зараз з із і
    її їй їм їх й його коли крім куди лише ми може можна на над нам нас наш не ні ніж нічого о об однак один ось пізніше під після по поки потім при
    про та так також там те тепер ти тільки то тоді тому треба три тут у хоча це цей ця ці чи через що щоб ще як яка який які якщо`,
  chinese: `我们 你们 他们 这个 那个 这些 那些 一个 一些 没有 可以 需要 如果 因为 所以 但是 然后 已经 进行 以及 或者 时候 之后 之前 还是 就是 不是 现在 今天
    昨天 什么 怎么 通过 由于 并且 大约`,
  korean: `니다 합니 습니 입니 했습 있습 에서 으로 하고 그리 리고 그런 런데 때문 문에 하지 지만 우리 오늘 어제 지금 이후 이전 같은 있는 하는 되는`,
} as const satisfies Readonly<Record<string, string>>

/** Words that stand in the notes of every incident, whatever happened. */
const INCIDENT_WORDS = `alert alerts alerting alarm problem problems issue issues error errors fail fails failed failing failure incident
  incidents request requests job jobs team wait waits waited waiting stop stopped stops start started starts check checked checks fix fixed
  broken wrong down page paged pager mail mailed call called ask asked detect detects detected firing fired fires trigger triggers triggered
  warning critical severity threshold thresholds exceed exceeds exceeded fehler störung vorfall erreur problème fallo incidente erro errore
  fout błąd ошибка помилка chyba hata`

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).flatMap((word) => termOf(word) ?? []))

const STOP_WORDS = setOf(Object.values(WORDS).join(' '))
const IDLE_WORDS = setOf(INCIDENT_WORDS)
/** What Japanese writes in these letters alone is endings and particles. */
const ENDINGS = /^\p{Script=Hiragana}+$/u

/** Whether a term, as `termOf` writes it, tells nothing of what a text is about. */
export const isStopWord = (term: string): boolean => STOP_WORDS.has(term) || ENDINGS.test(term)

/** Whether a term tells nothing of what an incident was about. */
export const isIdleWord = (term: string): boolean => isStopWord(term) || IDLE_WORDS.has(term)
