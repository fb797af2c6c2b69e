//! What is answered in each conversation, and what is known of it from a run that nobody killed.

/// A conversation: the beginnings of its questions and what is answered to each.
#[derive(Debug)]
pub(crate) struct Script {
    pub(crate) locale: &'static str,
    answers: &'static [(&'static str, &'static str)],
}

/// A conversation as it goes when nothing happens to it.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) script: &'static Script,
    pub(crate) questions: Vec<String>,
    pub(crate) result: Vec<String>,
    pub(crate) events: String,
}

/// How every other question begins. It is left open.
const QUESTIONS: [&str; 13] = [
    "When did",
    "Was the patient",
    "How does",
    "How did",
    "Does the",
    "What kind",
    "What does",
    "What is the",
    "¿Muestra",
    "¿Qué",
    "¿Cuándo",
    "¿Cómo",
    "¿La",
];

/// What leaves a question open, in either language.
const OPEN: [&str; 2] = ["not on record", "no consta"];

/// The path of failed treatment, one that is cut short, a cancer with typed words, two items, and a Spanish one.
pub(crate) const SCRIPTS: [Script; 5] = [
    Script {
        locale: "en-US",
        answers: &[
            ("Which procedure", "vertebroplasty"),
            ("What does the record say is being", "1"),
            ("What kind of fracture", "compression"),
            ("Which level", "L1"),
            ("When did the fracture", "September 15, 2026"),
            ("When did conservative", "since September 20, 2026"),
            ("How did the pain", "did not respond"),
            ("Does the fracture", "yes"),
            ("What does the MRI", "edema"),
            ("Does the record show osteomyelitis", "none"),
            ("Does the record show an unstable", "none"),
            ("Which of these records", "all"),
            ("Is this right?", "yes"),
            ("Is everything right?", "yes"),
        ],
    },
    Script {
        locale: "en-US",
        answers: &[("Which procedure", "sacroplasty")],
    },
    Script {
        locale: "en-US",
        answers: &[
            ("Which procedure", "kyphoplasty"),
            ("What does the record say is being", "3"),
            ("What kind of fracture", "compression"),
            ("Which level", "L3"),
            ("Does the record describe", "yes"),
            ("What does the MRI", "not done"),
            ("Does the record show osteomyelitis", "none"),
            ("Does the record show an unstable", "none"),
            ("Which of these records", "none"),
            ("Is this right?", "yes"),
            ("Is everything right?", "yes"),
        ],
    },
    Script {
        locale: "en-US",
        answers: &[
            ("Which procedure", "vertebroplasty and sacroplasty"),
            ("What does the record say is being", "6"),
            ("Is this right?", "yes"),
            ("Is everything right?", "yes"),
        ],
    },
    Script {
        locale: "es-US",
        answers: &[
            ("¿Qué procedimiento", "cifoplastia"),
            ("Según el expediente, ¿qué se está", "1"),
            ("¿Para qué nivel", "T12"),
            ("¿Cuándo empezó la", "hace 2 semanas"),
            ("¿Estuvo el paciente", "no"),
            ("¿La fractura", "sí"),
            ("¿Cuáles de estos", "ninguno"),
            ("¿Es correcto?", "sí"),
            ("¿Está todo correcto?", "sí"),
        ],
    },
];

impl Script {
    /// What is answered to a question; nothing when the line is no question.
    pub(crate) fn answer(&self, line: &str) -> Option<&'static str> {
        let fits = |(start, _): &&(&str, &str)| line.starts_with(start);
        let own = self.answers.iter().find(fits).map(|(_, answer)| *answer);
        let open = || OPEN[usize::from(self.locale == "es-US")];
        let asked = QUESTIONS.iter().any(|start| line.starts_with(start));
        own.or_else(|| asked.then(open))
    }
}

/// Whether a line is the last one of a result, in either language.
pub(crate) fn is_last(line: &str) -> bool {
    let last = [
        "To change an answer, type",
        "Para cambiar una respuesta, escriba",
    ];
    last.iter().any(|start| line.starts_with(start))
}

impl Known {
    pub(crate) fn new(script: &'static Script) -> Self {
        Self {
            script,
            questions: Vec::new(),
            result: Vec::new(),
            events: String::new(),
        }
    }

    /// The number of a question, at or after one.
    pub(crate) fn place_of(&self, line: &str, from: usize) -> Option<usize> {
        let same = |at: &usize| self.questions[*at] == line;
        let after = (from..self.questions.len()).find(same);
        after.or_else(|| (0..from).rev().find(same))
    }

    pub(crate) fn case(&self) -> String {
        Self::case_in(&self.result).unwrap()
    }

    /// The case that a result is of.
    pub(crate) fn case_in(lines: &[String]) -> Option<String> {
        lines
            .iter()
            .rev()
            .find_map(|line| Self::reference(line))
            .map(str::to_owned)
    }

    pub(crate) fn reference(line: &str) -> Option<&str> {
        let rest = line
            .strip_prefix("Case reference: ")
            .or_else(|| line.strip_prefix("Referencia del caso: "))?;
        rest.get(..9)
    }
}
