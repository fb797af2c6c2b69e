//! Faults that the check refuses, and faults of more than one passage.

use super::faults::Fault;

/// What the check refuses, before any case is looked at.
pub(crate) const REFUSED: &[Fault] = &[
    (
        "the treatment's clock on the fracture",
        r#""conservative_treatment", at_least_days = 42"#,
        r#""fracture_onset", at_least_days = 42"#,
    ),
    (
        "any part of A is enough",
        "met = { all = [\n    \"osteoporotic_fracture\",\n    { fact = \"conservative_treatment\"",
        "met = { any = [\n    \"osteoporotic_fracture\",\n    { fact = \"conservative_treatment\"",
    ),
    (
        "failed and partial at once",
        "{ any = [\n        { fact = \"conservative_response\"",
        "{ all = [\n        { fact = \"conservative_response\"",
    ),
    (
        "osteomyelitis at the site does not count",
        r#"is_any = ["none", "elsewhere"] }"#,
        r#"is_any = ["none", "elsewhere", "surgical_site"] }"#,
    ),
    (
        "vertebroplasty of the sacrum",
        r#"is_any = ["cervical", "thoracic", "lumbar"]"#,
        r#"is_any = ["cervical", "thoracic", "lumbar", "sacral"]"#,
    ),
    (
        "the request does not state its purpose",
        "values = [\"this_fracture_or_lesion\", \"prophylactic\", \"chronic_back_pain\"]\nstated_by = \"request\"",
        "values = [\"this_fracture_or_lesion\", \"prophylactic\", \"chronic_back_pain\"]",
    ),
    (
        "the request does not state its level",
        "values = [\"cervical\", \"thoracic\", \"lumbar\", \"sacral\"]\nstated_by = \"request\"",
        "values = [\"cervical\", \"thoracic\", \"lumbar\", \"sacral\"]",
    ),
    (
        "the request states the lesion",
        "\"osteolytic_other\", \"not_osteolytic\"]",
        "\"osteolytic_other\", \"not_osteolytic\"]\nstated_by = \"request\"",
    ),
    (
        "the request states the treatment",
        "id = \"conservative_treatment\"\nkind = \"period\"",
        "id = \"conservative_treatment\"\nkind = \"period\"\nstated_by = \"request\"",
    ),
    (
        "another device without a rule",
        "not_addressed = [\"other_augmentation\"]",
        "not_addressed = []",
    ),
    (
        "kyphoplasty without a rule",
        "procedures = [\"vertebroplasty\", \"kyphoplasty\"]\nrequires",
        "procedures = [\"vertebroplasty\"]\nrequires",
    ),
    (
        "sacroplasty with two rules",
        "procedures = [\"vertebroplasty\", \"kyphoplasty\"]\nrequires",
        "procedures = [\"vertebroplasty\", \"kyphoplasty\", \"sacroplasty\"]\nrequires",
    ),
    (
        "any level",
        "requires = [\"vertebral_level\", \"intent\"]",
        "requires = [\"intent\"]",
    ),
    (
        "any purpose",
        "requires = [\"vertebral_level\", \"intent\"]",
        "requires = [\"vertebral_level\"]",
    ),
];

const NOT_ADDRESSED: &str = r#"not_addressed = ["other_augmentation"]"#;
const SHARED_RULE: &str = "procedures = [\"vertebroplasty\", \"kyphoplasty\"]\nrequires";
const SACROPLASTY: &str = "procedures = [\"sacroplasty\"]\npaths";

/// Procedures under the wrong rule: a name, and each passage with what it becomes.
pub(crate) const WRONG_RULES: &[(&str, &[(&str, &str)])] = &[
    (
        "another device under the rule of vertebroplasty",
        &[
            (NOT_ADDRESSED, "not_addressed = []"),
            (
                SHARED_RULE,
                "procedures = [\"vertebroplasty\", \"kyphoplasty\", \"other_augmentation\"]\nrequires",
            ),
        ],
    ),
    (
        "another device under the rule of sacroplasty",
        &[
            (NOT_ADDRESSED, "not_addressed = []"),
            (
                SACROPLASTY,
                "procedures = [\"sacroplasty\", \"other_augmentation\"]\npaths",
            ),
        ],
    ),
    (
        "sacroplasty and kyphoplasty exchanged",
        &[
            (
                SHARED_RULE,
                "procedures = [\"vertebroplasty\", \"sacroplasty\"]\nrequires",
            ),
            (SACROPLASTY, "procedures = [\"kyphoplasty\"]\npaths"),
        ],
    ),
    (
        "kyphoplasty under the rule of sacroplasty",
        &[
            (SHARED_RULE, "procedures = [\"vertebroplasty\"]\nrequires"),
            (
                SACROPLASTY,
                "procedures = [\"sacroplasty\", \"kyphoplasty\"]\npaths",
            ),
        ],
    ),
    (
        "kyphoplasty is not addressed",
        &[
            (
                NOT_ADDRESSED,
                r#"not_addressed = ["other_augmentation", "kyphoplasty"]"#,
            ),
            (SHARED_RULE, "procedures = [\"vertebroplasty\"]\nrequires"),
        ],
    ),
];
