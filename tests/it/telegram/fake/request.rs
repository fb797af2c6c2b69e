//! What a call carries, in any of the forms the Bot API takes; and how it is refused.

use serde_json::{Map, Value, json};

/// What a method gives, or why it does not.
pub(crate) type Outcome = Result<Value, Refusal>;

/// Why a call is refused, as the Bot API says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) code: u16,
    pub(crate) description: String,
    /// Seconds to wait.
    pub(crate) retry_after: Option<u64>,
}

impl Refusal {
    pub(crate) fn new(code: u16, description: impl Into<String>) -> Self {
        Self {
            code,
            description: description.into(),
            retry_after: None,
        }
    }

    pub(crate) fn bad(why: impl std::fmt::Display) -> Self {
        Self::new(400, format!("Bad Request: {why}"))
    }

    pub(crate) fn conflict(why: &str) -> Self {
        Self::new(409, format!("Conflict: {why}"))
    }

    pub(crate) fn too_many(seconds: u64) -> Self {
        Self {
            retry_after: Some(seconds),
            ..Self::new(429, format!("Too Many Requests: retry after {seconds}"))
        }
    }
}

/// The body of an answer.
pub(crate) fn body(outcome: &Outcome) -> Value {
    match outcome {
        Ok(result) => json!({"ok": true, "result": result}),
        Err(refusal) => {
            let mut body = json!({
                "ok": false,
                "error_code": refusal.code,
                "description": refusal.description,
            });
            if let Some(seconds) = refusal.retry_after {
                body["parameters"] = json!({"retry_after": seconds});
            }
            body
        }
    }
}

/// The arguments of a call. In forms every value is a text; in JSON it need not be.
#[derive(Debug, Clone, Default)]
pub(crate) struct Args(Map<String, Value>);

impl Args {
    /// Reads a body by its content type.
    pub(crate) fn read(kind: &str, body: &[u8]) -> Result<Self, Refusal> {
        if body.is_empty() {
            return Ok(Self::default());
        }
        if let Some((_, boundary)) = kind.split_once("boundary=") {
            return Ok(Self(multipart(boundary.trim_matches('"'), body)));
        }
        if !kind.starts_with("application/json") {
            return Err(Refusal::bad("unsupported content type"));
        }
        let read = serde_json::from_slice(body);
        read.map(Self)
            .map_err(|_| Refusal::bad("can't parse request JSON object"))
    }

    pub(crate) fn text(&self, name: &str) -> Option<String> {
        match self.0.get(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Null => None,
            other => Some(other.to_string()),
        }
    }

    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        self.text(name)?.trim().parse().ok()
    }

    pub(crate) fn flag(&self, name: &str) -> bool {
        self.text(name)
            .is_some_and(|text| text.eq_ignore_ascii_case("true") || text == "1")
    }

    /// A value that may be written as JSON inside a text.
    pub(crate) fn value(&self, name: &str) -> Option<Value> {
        match self.0.get(name)? {
            Value::String(text) => serde_json::from_str(text).ok(),
            Value::Null => None,
            other => Some(other.clone()),
        }
    }
}

/// The fields of a form in parts. Files are left out: nothing here takes any.
fn multipart(boundary: &str, body: &[u8]) -> Map<String, Value> {
    let body = String::from_utf8_lossy(body);
    let between = format!("--{boundary}");
    let parts = body.split(&between).skip(1);
    let field = |part: &str| {
        let (head, value) = part.split_once("\r\n\r\n")?;
        let (_, name) = head.split_once("name=\"")?;
        let (name, rest) = name.split_once('"')?;
        let value = value.strip_suffix("\r\n").unwrap_or(value);
        (!rest.contains("filename=")).then(|| (name.to_owned(), Value::from(value)))
    };
    parts.filter_map(field).collect()
}
