//! The facts of the policy in plain types: what may be on record, and what a completion of it says.

/// A day, counted from any fixed day.
pub(crate) type Day = i32;

/// A day that is known to lie from `first` to `last`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) first: Day,
    pub(crate) last: Day,
}

/// A treatment as recorded; without an end it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Treatment {
    pub(crate) start: Span,
    pub(crate) end: Option<Span>,
}

/// A treatment whose days are settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Course {
    pub(crate) start: Day,
    pub(crate) end: Option<Day>,
}

macro_rules! facts {
    ($($field:ident: $type:ident { $($value:ident = $name:literal),* })*) => {
        $(
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub(crate) enum $type { $($value),* }

            impl $type {
                pub(crate) const ALL: &[Self] = &[$(Self::$value),*];

                pub(crate) fn name(self) -> &'static str {
                    match self { $(Self::$value => $name),* }
                }
            }
        )*

        /// A fact by name, in the order of the policy's table of facts.
        #[expect(non_camel_case_types, reason = "the names are the policy's own words for its facts")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Fact { $($field,)* fracture_onset, conservative_treatment }

        impl Fact {
            pub(crate) const CHOICES: &[Self] = &[$(Self::$field),*];

            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Self::$field => stringify!($field),)*
                    Self::fracture_onset => "fracture_onset",
                    Self::conservative_treatment => "conservative_treatment",
                }
            }

            /// The names of a choice's values; none for a clock.
            pub(crate) fn values(self) -> Vec<&'static str> {
                match self {
                    $(Self::$field => $type::ALL.iter().map(|value| value.name()).collect(),)*
                    Self::fracture_onset | Self::conservative_treatment => Vec::new(),
                }
            }
        }

        /// What is on record. `None` is unknown or not asked.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub(crate) struct Facts {
            $(pub(crate) $field: Option<$type>,)*
            pub(crate) fracture_onset: Option<Span>,
            pub(crate) conservative_treatment: Option<Treatment>,
        }

        impl Facts {
            /// The place of a choice's value among its values.
            pub(crate) fn choice(&self, fact: Fact) -> Option<usize> {
                match fact {
                    $(Fact::$field => self.$field.and_then(|known| {
                        $type::ALL.iter().position(|value| *value == known)
                    }),)*
                    Fact::fracture_onset | Fact::conservative_treatment => None,
                }
            }

            /// Sets a choice by the place of its value among its values.
            pub(crate) fn set_choice(&mut self, fact: Fact, place: usize) {
                match fact {
                    $(Fact::$field => self.$field = Some($type::ALL[place]),)*
                    Fact::fracture_onset | Fact::conservative_treatment => {}
                }
            }

            /// Sets a choice by the name of its value.
            pub(crate) fn set_named(&mut self, fact: Fact, name: &str) {
                let place = fact.values().iter().position(|value| *value == name);
                let Some(place) = place else { panic!("`{name}` is no value of {fact:?}") };
                self.set_choice(fact, place);
            }

            pub(crate) fn knows(&self, fact: Fact) -> bool {
                match fact {
                    $(Fact::$field => self.$field.is_some(),)*
                    Fact::fracture_onset => self.fracture_onset.is_some(),
                    Fact::conservative_treatment => self.conservative_treatment.is_some(),
                }
            }

            pub(crate) fn forget(&mut self, fact: Fact) {
                match fact {
                    $(Fact::$field => self.$field = None,)*
                    Fact::fracture_onset => self.fracture_onset = None,
                    Fact::conservative_treatment => self.conservative_treatment = None,
                }
            }
        }

        /// Every fact with its value: one way in which what is open may turn out.
        #[derive(Debug, Clone, Copy)]
        pub(crate) struct Completion {
            $(pub(crate) $field: $type,)*
            pub(crate) fracture_onset: Day,
            pub(crate) conservative_treatment: Course,
        }

        impl Completion {
            /// Any completion; every fact of it is to be set.
            pub(crate) fn blank() -> Self {
                Self {
                    $($field: $type::ALL[0],)*
                    fracture_onset: 0,
                    conservative_treatment: Course { start: 0, end: None },
                }
            }

            /// Sets a choice by the place of its value among its values.
            pub(crate) fn set_choice(&mut self, fact: Fact, place: usize) {
                match fact {
                    $(Fact::$field => self.$field = $type::ALL[place],)*
                    Fact::fracture_onset | Fact::conservative_treatment => {}
                }
            }
        }
    };
}

facts! {
    procedure: Procedure {
        Vertebroplasty = "vertebroplasty", Kyphoplasty = "kyphoplasty",
        Sacroplasty = "sacroplasty", OtherAugmentation = "other_augmentation"
    }
    line_of_business: LineOfBusiness { Commercial = "commercial", Fep = "fep" }
    spinal_region: SpinalRegion {
        Cervical = "cervical", Thoracic = "thoracic", Lumbar = "lumbar", Sacral = "sacral"
    }
    fracture: Fracture { None = "none", Compression = "compression", Other = "other" }
    fracture_cause: FractureCause {
        Osteoporotic = "osteoporotic", Trauma = "trauma", Tumor = "tumor", Other = "other"
    }
    symptomatic: Symptomatic { No = "no", Yes = "yes" }
    conservative_response: ConservativeResponse {
        Failed = "failed", Partial = "partial", Intolerant = "intolerant", Responded = "responded"
    }
    hospitalized_for_pain: HospitalizedForPain {
        No = "no", EdOrObservation = "ed_or_observation", Inpatient = "inpatient"
    }
    ambulation: Ambulation {
        Independent = "independent", WithAid = "with_aid", Unable = "unable"
    }
    lesion: Lesion {
        None = "none", OsteolyticMyeloma = "osteolytic_myeloma",
        OsteolyticMetastasis = "osteolytic_metastasis",
        OsteolyticPlasmacytoma = "osteolytic_plasmacytoma",
        OsteolyticOther = "osteolytic_other", NotOsteolytic = "not_osteolytic"
    }
    severe_lesion_pain: SevereLesionPain { No = "no", Yes = "yes" }
    mri: Mri {
        Edema = "edema", NoEdema = "no_edema", NotDone = "not_done", Unavailable = "unavailable"
    }
    bone_scan: BoneScan {
        Positive = "positive", Negative = "negative", NotDone = "not_done",
        Unavailable = "unavailable"
    }
    spect_ct: SpectCt {
        Positive = "positive", Negative = "negative", NotDone = "not_done",
        Unavailable = "unavailable"
    }
    osteomyelitis: Osteomyelitis {
        None = "none", Elsewhere = "elsewhere", SurgicalSite = "surgical_site"
    }
    unstable_fracture: UnstableFracture {
        None = "none", Elsewhere = "elsewhere", TreatedLevel = "treated_level"
    }
    intent: Intent {
        ThisFractureOrLesion = "this_fracture_or_lesion", Prophylactic = "prophylactic",
        ChronicBackPain = "chronic_back_pain"
    }
}

impl Fact {
    /// Every fact.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        let clocks = [Self::fracture_onset, Self::conservative_treatment];
        Self::CHOICES.iter().copied().chain(clocks)
    }

    /// A fact by its name.
    pub(crate) fn named(name: &str) -> Self {
        let found = Self::all().find(|fact| fact.name() == name);
        found.unwrap_or_else(|| panic!("`{name}` is no fact"))
    }

    /// The values a completion may take: an imaging study that is not done yet has none of its own.
    pub(crate) fn final_values(self) -> Vec<usize> {
        let values = self.values();
        (0..values.len())
            .filter(|place| values[*place] != "not_done")
            .collect()
    }
}

/// A record of the office, and what it can show.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Document {
    pub(crate) name: &'static str,
    pub(crate) shows: &'static [Fact],
}

/// The documents of section 5.
pub(crate) const DOCUMENTS: &[Document] = &[
    Document {
        name: "clinical_note",
        shows: &[
            Fact::symptomatic,
            Fact::fracture_cause,
            Fact::fracture_onset,
            Fact::ambulation,
            Fact::severe_lesion_pain,
            Fact::osteomyelitis,
            Fact::unstable_fracture,
        ],
    },
    Document {
        name: "bone_health_record",
        shows: &[Fact::fracture_cause],
    },
    Document {
        name: "treatment_record",
        shows: &[Fact::conservative_treatment, Fact::conservative_response],
    },
    Document {
        name: "hospital_record",
        shows: &[Fact::hospitalized_for_pain],
    },
    Document {
        name: "oncology_record",
        shows: &[Fact::lesion],
    },
    Document {
        name: "mri_report",
        shows: &[Fact::mri, Fact::fracture, Fact::unstable_fracture],
    },
    Document {
        name: "bone_scan_report",
        shows: &[Fact::bone_scan, Fact::fracture],
    },
    Document {
        name: "spect_ct_report",
        shows: &[Fact::spect_ct, Fact::fracture, Fact::unstable_fracture],
    },
    Document {
        name: "ct_report",
        shows: &[Fact::fracture, Fact::unstable_fracture],
    },
    Document {
        name: "xray_report",
        shows: &[Fact::fracture],
    },
];

/// What the request itself states.
pub(crate) const STATED: &[Fact] = &[
    Fact::procedure,
    Fact::spinal_region,
    Fact::line_of_business,
    Fact::intent,
];
