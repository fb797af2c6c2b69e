//! The faults: a name, a passage that occurs once, and what it becomes.

/// A name, a passage and what it becomes.
pub(crate) type Fault = (&'static str, &'static str, &'static str);

/// Each still reads as a policy, and another one.
pub(crate) const FAULTS: &[Fault] = &[
    // Day 42.
    (
        "six weeks of treatment are 43 days",
        r#""conservative_treatment", at_least_days = 42"#,
        r#""conservative_treatment", at_least_days = 43"#,
    ),
    (
        "six weeks of treatment are 41 days",
        r#""conservative_treatment", at_least_days = 42"#,
        r#""conservative_treatment", at_least_days = 41"#,
    ),
    (
        "treatment of less than six weeks",
        r#""conservative_treatment", at_least_days = 42"#,
        r#""conservative_treatment", less_than_days = 42"#,
    ),
    (
        "admitted within 43 days",
        r#"less_than_days = 42 }, "hospitalized""#,
        r#"less_than_days = 43 }, "hospitalized""#,
    ),
    (
        "admitted within 41 days",
        r#"less_than_days = 42 }, "hospitalized""#,
        r#"less_than_days = 41 }, "hospitalized""#,
    ),
    (
        "admitted after six weeks",
        r#"less_than_days = 42 }, "hospitalized""#,
        r#"at_least_days = 42 }, "hospitalized""#,
    ),
    (
        "unable to walk within 43 days",
        "less_than_days = 42 },\n                { reading = \"ambulation_clock\"",
        "less_than_days = 43 },\n                { reading = \"ambulation_clock\"",
    ),
    (
        "unable to walk within 41 days",
        "less_than_days = 42 },\n                { reading = \"ambulation_clock\"",
        "less_than_days = 41 },\n                { reading = \"ambulation_clock\"",
    ),
    (
        "unable to walk after six weeks",
        "less_than_days = 42 },\n                { reading = \"ambulation_clock\"",
        "at_least_days = 42 },\n                { reading = \"ambulation_clock\"",
    ),
    // All, any, and what is left out.
    (
        "no fracture needed on A",
        "met = { all = [\n    \"osteoporotic_fracture\",\n    { fact = \"conservative_treatment\"",
        "met = { all = [\n    { fact = \"conservative_treatment\"",
    ),
    (
        "no fracture needed on B",
        "met = { all = [\n    \"osteoporotic_fracture\",\n    { any",
        "met = { all = [\n    { any",
    ),
    (
        "admitted and unable to walk",
        "    { any = [\n        { all = [{ fact = \"fracture_onset\"",
        "    { all = [\n        { all = [{ fact = \"fracture_onset\"",
    ),
    (
        "a young fracture or an admission",
        r#"{ all = [{ fact = "fracture_onset""#,
        r#"{ any = [{ fact = "fracture_onset""#,
    ),
    (
        "any part of an osteoporotic fracture",
        "met = { all = [\n    { fact = \"symptomatic\"",
        "met = { any = [\n    { fact = \"symptomatic\"",
    ),
    (
        "severe pain or a lesion",
        "met = { all = [\n    { fact = \"severe_lesion_pain\"",
        "met = { any = [\n    { fact = \"severe_lesion_pain\"",
    ),
    (
        "all three studies",
        "{ any = [\n        { fact = \"mri\"",
        "{ all = [\n        { fact = \"mri\"",
    ),
    (
        "a study or a level",
        "met = { all = [\n    { fact = \"spinal_region\"",
        "met = { any = [\n    { fact = \"spinal_region\"",
    ),
    (
        "any part of the tail",
        r#"met = { all = ["T1", "T2", "T3"] }"#,
        r#"met = { any = ["T1", "T2", "T3"] }"#,
    ),
    (
        "two parts of the tail",
        r#"met = { all = ["T1", "T2", "T3"] }"#,
        r#"met = { n = 2, of = ["T1", "T2", "T3"] }"#,
    ),
    (
        "the tail without T1",
        r#"met = { all = ["T1", "T2", "T3"] }"#,
        r#"met = { all = [{ any = ["T1", "T2"] }, "T2", "T3"] }"#,
    ),
    (
        "the tail without T2",
        r#"met = { all = ["T1", "T2", "T3"] }"#,
        r#"met = { all = ["T1", { any = ["T2", "T3"] }, "T3"] }"#,
    ),
    (
        "the tail without T3",
        r#"met = { all = ["T1", "T2", "T3"] }"#,
        r#"met = { all = ["T1", "T2", { any = ["T2", "T3"] }] }"#,
    ),
    (
        "the tail binds A in any case",
        r#"all = ["A", "tail_where_it_binds"]"#,
        r#"all = ["A", "tail"]"#,
    ),
    (
        "the tail never binds A",
        r#"all = ["A", "tail_where_it_binds"]"#,
        r#"all = ["A"]"#,
    ),
    (
        "the tail binds B in any case",
        r#"all = ["B", "tail_where_it_binds"]"#,
        r#"all = ["B", "tail"]"#,
    ),
    (
        "the tail never binds B",
        r#"all = ["B", "tail_where_it_binds"]"#,
        r#"all = ["B"]"#,
    ),
    (
        "the tail binds C where it binds A and B",
        r#"all = ["C", "tail"]"#,
        r#"all = ["C", "tail_where_it_binds"]"#,
    ),
    (
        "C without its tail",
        r#"all = ["C", "tail"]"#,
        r#"all = ["C"]"#,
    ),
    (
        "the tail binds where it does not",
        r#"{ any = [{ reading = "tail""#,
        r#"{ all = [{ reading = "tail""#,
    ),
    // Values.
    (
        "a traumatic fracture",
        r#""fracture_cause", is = "osteoporotic""#,
        r#""fracture_cause", is = "trauma""#,
    ),
    (
        "a tumor's fracture too",
        r#""fracture_cause", is = "osteoporotic""#,
        r#""fracture_cause", is_any = ["osteoporotic", "tumor"]"#,
    ),
    (
        "any fracture on A and B",
        r#""fracture", is = "compression""#,
        r#""fracture", is_any = ["compression", "other"]"#,
    ),
    (
        "not symptomatic",
        r#""symptomatic", is = true"#,
        r#""symptomatic", is = false"#,
    ),
    (
        "pain that is not severe",
        r#""severe_lesion_pain", is = true"#,
        r#""severe_lesion_pain", is = false"#,
    ),
    (
        "responded instead of failed",
        r#""conservative_response", is = "failed""#,
        r#""conservative_response", is = "responded""#,
    ),
    (
        "a partial response has failed",
        r#""conservative_response", is = "failed""#,
        r#""conservative_response", is_any = ["failed", "partial"]"#,
    ),
    (
        "intolerance never counts",
        r#"is_any = ["partial", "intolerant"]"#,
        r#"is_any = ["partial"]"#,
    ),
    (
        "a partial response never counts",
        r#"is_any = ["partial", "intolerant"]"#,
        r#"is_any = ["intolerant"]"#,
    ),
    (
        "an emergency visit is an admission",
        r#""hospitalized_for_pain", is = "inpatient""#,
        r#""hospitalized_for_pain", is_any = ["inpatient", "ed_or_observation"]"#,
    ),
    (
        "an aid prevents walking",
        r#""ambulation", is = "unable""#,
        r#""ambulation", is_any = ["unable", "with_aid"]"#,
    ),
    (
        "myeloma is not listed",
        r#"["osteolytic_myeloma", "osteolytic_metastasis"]"#,
        r#"["osteolytic_metastasis"]"#,
    ),
    (
        "metastasis is not listed",
        r#"["osteolytic_myeloma", "osteolytic_metastasis"]"#,
        r#"["osteolytic_myeloma"]"#,
    ),
    (
        "every osteolytic lesion is listed",
        r#"["osteolytic_myeloma", "osteolytic_metastasis"]"#,
        r#"["osteolytic_myeloma", "osteolytic_metastasis", "osteolytic_other"]"#,
    ),
    (
        "a lesion that is not osteolytic is listed",
        r#"["osteolytic_myeloma", "osteolytic_metastasis"]"#,
        r#"["osteolytic_myeloma", "osteolytic_metastasis", "not_osteolytic"]"#,
    ),
    (
        "a plasmacytoma is listed",
        r#"["osteolytic_myeloma", "osteolytic_metastasis"]"#,
        r#"["osteolytic_myeloma", "osteolytic_metastasis", "osteolytic_plasmacytoma"]"#,
    ),
    (
        "no thoracic level in T1",
        r#""spinal_region", is_any = ["thoracic", "lumbar"]"#,
        r#""spinal_region", is = "lumbar""#,
    ),
    (
        "no lumbar level in T1",
        r#""spinal_region", is_any = ["thoracic", "lumbar"]"#,
        r#""spinal_region", is = "thoracic""#,
    ),
    (
        "a cervical level in T1",
        r#""spinal_region", is_any = ["thoracic", "lumbar"]"#,
        r#""spinal_region", is_any = ["cervical", "thoracic", "lumbar"]"#,
    ),
    (
        "no other fracture in T1",
        r#""fracture", is_any = ["compression", "other"]"#,
        r#""fracture", is = "compression""#,
    ),
    (
        "no fracture needed in T1",
        r#""fracture", is_any = ["compression", "other"]"#,
        r#""fracture", is_any = ["compression", "other", "none"]"#,
    ),
    (
        "an MRI without edema",
        r#""mri", is = "edema""#,
        r#""mri", is = "no_edema""#,
    ),
    (
        "any MRI",
        r#""mri", is = "edema""#,
        r#""mri", is_any = ["edema", "no_edema"]"#,
    ),
    (
        "an MRI that cannot be done",
        r#""mri", is = "edema""#,
        r#""mri", is_any = ["edema", "unavailable"]"#,
    ),
    (
        "a cold bone scan",
        r#""bone_scan", is = "positive""#,
        r#""bone_scan", is = "negative""#,
    ),
    (
        "a cold SPECT/CT",
        r#""spect_ct", is = "positive""#,
        r#""spect_ct", is = "negative""#,
    ),
    (
        "osteomyelitis elsewhere counts",
        r#"is_any = ["none", "elsewhere"] }"#,
        r#"is = "none" }"#,
    ),
    (
        "instability elsewhere does not count",
        r#""unstable_fracture", is = "none""#,
        r#""unstable_fracture", is_any = ["none", "elsewhere"]"#,
    ),
    (
        "instability at the level does not count",
        r#""unstable_fracture", is = "none""#,
        r#""unstable_fracture", is_any = ["none", "treated_level"]"#,
    ),
    (
        "no cervical vertebroplasty",
        r#"is_any = ["cervical", "thoracic", "lumbar"]"#,
        r#"is_any = ["thoracic", "lumbar"]"#,
    ),
    (
        "prophylactic use is listed",
        r#""intent", is = "this_fracture_or_lesion""#,
        r#""intent", is_any = ["this_fracture_or_lesion", "prophylactic"]"#,
    ),
    (
        "chronic back pain is listed",
        r#""intent", is = "this_fracture_or_lesion""#,
        r#""intent", is_any = ["this_fracture_or_lesion", "chronic_back_pain"]"#,
    ),
    // What stays open, what contradicts, what the request states.
    (
        "an MRI not done is final",
        "values = [\"edema\", \"no_edema\", \"not_done\", \"unavailable\"]\nopen = [\"not_done\"]",
        "values = [\"edema\", \"no_edema\", \"not_done\", \"unavailable\"]",
    ),
    (
        "a bone scan not done is final",
        "id = \"bone_scan\"\nkind = \"choice\"\nvalues = [\"positive\", \"negative\", \"not_done\", \"unavailable\"]\nopen = [\"not_done\"]",
        "id = \"bone_scan\"\nkind = \"choice\"\nvalues = [\"positive\", \"negative\", \"not_done\", \"unavailable\"]",
    ),
    (
        "a SPECT/CT not done is final",
        "id = \"spect_ct\"\nkind = \"choice\"\nvalues = [\"positive\", \"negative\", \"not_done\", \"unavailable\"]\nopen = [\"not_done\"]",
        "id = \"spect_ct\"\nkind = \"choice\"\nvalues = [\"positive\", \"negative\", \"not_done\", \"unavailable\"]",
    ),
    (
        "an MRI that cannot be done stays open",
        "\"edema\", \"no_edema\", \"not_done\", \"unavailable\"]\nopen = [\"not_done\"]",
        "\"edema\", \"no_edema\", \"not_done\", \"unavailable\"]\nopen = [\"not_done\", \"unavailable\"]",
    ),
    (
        "treatment may be older than the fracture",
        "[[constraint]]\nid = \"treatment_after_fracture\"\nfact = \"conservative_treatment\"\nstarts_no_earlier_than = \"fracture_onset\"\ncite = { vertebroplasty = \"Policy, vertebroplasty, bullet 1\", kyphoplasty = \"Policy, kyphoplasty, bullet 1\" }\n",
        "",
    ),
];
