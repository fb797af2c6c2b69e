//! The words that deny, or leave open, what stands beside them.

/// What may stand between a phrase and what is said of it.
pub(super) const LINKS: &[&str] = &[
    "was", "is", "were", "are", "has", "have", "had", "been", "be", "now", "all", "both", "also",
    "fue", "fueron", "es", "esta", "estan", "ha", "han", "sido", "ya", "quedo", "activa", ":", "-",
    "=",
];

/// The longest row of such words.
pub(super) const MOST_LINKS: usize = 4;

/// What denies what stands before it.
pub(super) const ABSENT: &[&str] = &[
    "excluded",
    "resolved",
    "absent",
    "negative",
    "denied",
    "cleared",
    "descartada",
    "descartado",
    "descartadas",
    "descartados",
    "excluida",
    "excluido",
    "resuelta",
    "resuelto",
    "curada",
    "curado",
    "ausente",
    "negativa",
    "negativo",
    "negada",
    "negado",
];

/// What leaves open what stands before it.
pub(super) const OPEN: &[&str] = &[
    "unknown",
    "unclear",
    "suspected",
    "possible",
    "pending",
    "desconocida",
    "desconocido",
    "pendiente",
    "posible",
    "sospechada",
];

/// The words behind "not" that deny; any other word there leaves it open.
pub(super) const SEEN: &[&str] = &[
    "present",
    "seen",
    "found",
    "identified",
    "noted",
    "shown",
    "there",
    "active",
    "hay",
    "tiene",
    "presenta",
    "presente",
    "activa",
    "activo",
    "observa",
    "ve",
];

/// What denies what stands behind it, by its last word or two.
pub(super) const RULED_OUT: &[&str] = &[
    "ruled out",
    "rules out",
    "ruling out",
    "excluded",
    "excludes",
    "descarto",
    "descarta",
    "descartan",
    "descartaron",
    "descartada",
    "descartado",
    "excluye",
    "resolved",
];

/// What leaves open what stands behind it.
pub(super) const MAYBE: &[&str] = &[
    "rule out",
    "r o",
    "r / o",
    "history of",
    "hx of",
    "h / o",
    "prior",
    "previous",
    "past",
    "possible",
    "suspected",
    "probable",
    "suspicion of",
    "question of",
    "concern for",
    "descartar",
    "antecedente de",
    "antecedentes de",
    "historia de",
    "posible",
    "sospecha de",
];

/// Between what is denied and the signs of it: "no clinical evidence of".
pub(super) const SIGNS: &[&str] = &[
    "evidence of",
    "sign of",
    "signs of",
    "symptoms of",
    "suspicion of",
    "suspicion for",
    "indication of",
    "concern for",
    "evidencia de",
    "signo de",
    "signos de",
    "sintomas de",
    "indicios de",
    "datos de",
    "sospecha de",
];

/// What may stand before the name of a thing.
pub(super) const ARTICLES: &[&str] = &[
    "a", "an", "the", "any", "active", "acute", "un", "una", "la", "el", "alguna", "of", "de",
    "for",
];

pub(super) const OR: &[&str] = &["or", "nor", "o", "u", "ni"];

/// What says that several are denied together.
pub(super) const TOGETHER: &[&str] = &[
    "were", "are", "both", "all", "fueron", "estan", "ambas", "ambos",
];
