use crate::domain::diagnostic::Diagnostic;
/// Temporary.
pub fn read<T: serde::de::DeserializeOwned + schemars::JsonSchema>(
    file: &str,
    text: &str,
) -> (Option<T>, Vec<Diagnostic>) {
    match toml::from_str(text) {
        Ok(v) => (Some(v), vec![]),
        Err(e) => (
            None,
            vec![Diagnostic::error(
                file,
                e.span().unwrap_or(0..0),
                e.message(),
            )],
        ),
    }
}
/// Temporary.
pub fn schema<T: schemars::JsonSchema>() -> serde_json::Value {
    schemars::schema_for!(T).into()
}
