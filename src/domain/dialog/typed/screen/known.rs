//! Words that stand capitalized in a request and are nobody's name, in English and Spanish.

use std::collections::HashSet;
use std::sync::LazyLock;

/// How such words begin: of medicine, of payers, of greetings. One of up to three letters is a whole word.
const BEGINNINGS: &str = "
    vertebr kypho cifo sacr percut augment spine spinal kiva medtron stryker cement balloon device lumb thora tora dors
    cervic compress compres fract burst wedge osteo bone scan edema imag mri spect xray plain pain dolor sever chronic
    cronic acut agud multip myelom mielom metas breast mama prostat lung cancer lesion tumor lytic insuff prophyl profil
    physical therap terap fisic brace conserv treat trat fail falla hospital inpat admit emerg patient pacient bed walk
    stable estable unstable infec discit back hueso columna resonan magnet tomogr level nivel two both left right new
    prior preauth auth request solicit case caso member afili commerc medic federal blue cross shield care first plan
    good morning afternoon evening hello hi hey hola buen dia tarde noche thank gracias mucha please favor yes no not ok
    sure well so is we she he ella el la the this that my our for since desde about hace still sorry wait jan feb mar apr
    may jun jul aug sep oct nov dec ene abr ago dic mon tue wed thu fri sat sun lun mier juev vier sab dom female male
    woman man mujer hombre criteri policy poliza line pathway dr md a b c all same clinic note nota report on unknown
    home health fell yesterday today week month univers lidoc calcit tramad oxyco hydroc morph ibuprof naprox gabap acetam
    paracet opioid nsaid analges steroid injection epidur tylen advil aleve motrin norco percoc oxycont vicodin lyrica
    celebrex fosamax prolia evenity forteo reclast miacalc boniva actonel zometa xgeva voltaren flexeril robaxin valium
    patch cream pill tablet jewett tlso corset aqua hydro massage pool chiro acupunc ultras radio radia chemo quimio
    surg cirug neuro ortho ortop oncol onco intern famil primar attend doctor nurse enferm physician provider office
    consult center centro service servicio depart insur segur aetna cigna humana kaiser anthem unite tricare pacemak
    marcapas scolio escolio kidney renal diabet hypert arthr artrit disc disk stenos estenos nerve nervio cord height loss
    age old lady gentle elder year ano adult fragil lump mass dexa score density densidad normal abnormal positiv negativ
    result finding impression history histori exam review approv aprob denied deny cover urgent rush asap schedul pending
    complet start began empez comenz stop end hurt duele mejor better worse peor some little poco mucho help ayuda
    need want would could should can cannot has have had with without con sin per por para and are was were been did does
    it its her his their your you they them who what when where why how que como cuand donde quien cual pero but also
    after before during antes despues durante over under more less than mas menos now ahora then entonces very muy only
    solo just here there aqui from into onto upon out off down again many much few every each another other otro next
    last past early late mid first second third near next above below take took taking takes wear wears worn tried try
    got get give gave given use used using usa usan done see seen saw show shows want wants ask asks call calls send sent
    toler ambul state present compla admits live lives resid adher declin refus require
    employ program street avenue boulevard parkway highway calle avenida main road drive lane court circle terrace
    car fall caida accid trauma injur lesion garden stair floor ice slip trip bath shower
";

/// Words before a name that make it one of a place, a product or a doctor.
pub(super) const BEFORE_PLACES: &[&str] = &[
    "at",
    "in",
    "en",
    "by",
    "dr",
    "dra",
    "doctor",
    "doctora",
    "drs",
    "hospital",
    "clinica",
    "clinic",
    "centro",
    "center",
    "university",
    "universidad",
    "san",
    "santa",
    "santo",
    "saint",
    "st",
    "mount",
    "mt",
    "fort",
    "north",
    "south",
    "east",
    "west",
    "new",
    "los",
    "las",
    "el",
    "la",
];

/// Words after a name that make it one of a place or a product.
pub(super) const AFTER_PLACES: &[&str] = &[
    "hospital",
    "hospitals",
    "medical",
    "clinic",
    "clinica",
    "center",
    "centre",
    "centro",
    "health",
    "healthcare",
    "university",
    "universidad",
    "institute",
    "instituto",
    "memorial",
    "regional",
    "general",
    "md",
    "do",
    "pa",
    "np",
    "rn",
    "pt",
    "brace",
    "system",
    "imaging",
    "radiology",
    "orthopedics",
    "spine",
    "city",
    "county",
    "beach",
    "springs",
];

/// Cities and hospitals of two words that are often named.
const PLACES: &str = "
    johns hopkins mayo sinai mercy holy cross suburban georgetown adventist luminis medstar sibley baltimore maryland
    virginia columbia washington silver spring santa san saint fe york angeles puerto rico mexico cleveland cedars
    presbyterian methodist baptist lutheran samaritan kaiser permanente
";

static WHOLE: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let beginnings = BEGINNINGS.split_whitespace();
    beginnings.chain(PLACES.split_whitespace()).collect()
});

static LONG: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let beginnings = BEGINNINGS.split_whitespace();
    beginnings.filter(|one| one.len() > 3).collect()
});

/// Whether a word, in lower case and without accents, is no name.
pub(super) fn is_known(word: &str) -> bool {
    WHOLE.contains(word) || LONG.iter().any(|one| word.starts_with(one))
}
