use std::io::Write;

use super::*;
use crate::domain::policy;

const SHIPPED: &str = include_str!("../../config/preauth.toml");

fn of_file(text: &str, environment: &[(&str, &str)]) -> Result<Settings, Vec<String>> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    let variables = environment.iter();
    let variables = variables.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    read(Some(file.path()), variables).map_err(|error| match error {
        SettingsError::Faulty(faults, sources) => faults
            .iter()
            .map(|fault| {
                let source = sources.get(&fault.file).map_or("", String::as_str);
                let span = fault.span.clone().unwrap_or(0..0);
                let place = if source.is_empty() { &fault.file } else { "" };
                format!("{place}[{}] {}", source.get(span).unwrap(), fault.message)
            })
            .collect(),
        SettingsError::Unreadable(..) => panic!("{error:?}"),
    })
}

fn faults(text: &str, environment: &[(&str, &str)]) -> Vec<String> {
    of_file(text, environment).unwrap_err()
}

#[test]
fn the_file_that_ships_says_what_the_defaults_are() {
    assert_eq!(of_file(SHIPPED, &[]).unwrap(), Settings::default());
    assert_eq!(read(None, []).unwrap(), Settings::default());
}

#[test]
fn the_file_that_ships_names_every_setting() {
    let schema = schema();
    let definitions = schema["$defs"].as_object().unwrap();
    for (table, definition) in definitions {
        for key in definition["properties"].as_object().unwrap().keys() {
            let named = SHIPPED.lines().any(|line| {
                let line = line.trim_start_matches("# ");
                line.starts_with(&format!("{key} = "))
            });
            assert!(named, "`{key}` of {table} is not in the file");
        }
    }
}

#[test]
fn the_entry_that_ships_as_an_example_is_good() {
    let lines = SHIPPED.lines().skip_while(|line| *line != "# [[settled]]");
    let example: String = lines
        .map(|line| format!("{}\n", line.trim_start_matches("# ")))
        .collect();
    let settings = of_file(&example, &[]).unwrap();
    let text = include_str!("../../dialogs/vertebral-augmentation/policy.toml");
    let policy = policy::parse("policy.toml", text).0.unwrap();
    let settled = Settled::apply(&settings.settled, policy).unwrap();
    let tail = settled.readings().iter().find(|one| one.settled.is_some());
    assert_eq!(tail.unwrap().name.as_str(), "tail");
}

#[test]
fn a_variable_takes_the_place_of_a_key() {
    let text = "[store]\ndata = \"here\"\nsession_expiry_days = 3\n";
    let variables = [
        ("PREAUTH__STORE__DATA", "2026"),
        ("PREAUTH__STORE__SESSION_EXPIRY_DAYS", "7"),
        ("PREAUTH__DIALOG__LOCALE", "es-US"),
        ("PREAUTH_OTHER", "not ours"),
    ];
    let settings = of_file(text, &variables).unwrap();
    assert_eq!(settings.data, Some(PathBuf::from("2026")));
    assert_eq!(settings.session_expiry_days, 7);
    assert_eq!(settings.locale, "es-US");
    assert_eq!(
        of_file(text, &[]).unwrap().data,
        Some(PathBuf::from("here"))
    );
}

#[test]
fn variables_that_set_nothing_are_refused() {
    assert_eq!(faults("", &[("PREAUTH__STORE", "x")]).len(), 1);
    assert_eq!(faults("", &[("PREAUTH__STORE__DTA", "x")]).len(), 1);
    assert_eq!(faults("", &[("PREAUTH__SHOP__DATA", "x")]).len(), 1);
    assert_eq!(faults("", &[("PREAUTH__STORE__DATA", " ")]).len(), 1);
    let days = [("PREAUTH__STORE__SESSION_EXPIRY_DAYS", "soon")];
    let found = faults("", &days);
    assert!(
        found[0].starts_with("PREAUTH__STORE__SESSION_EXPIRY_DAYS[]"),
        "{found:?}"
    );
}

#[test]
fn faults_underline_what_is_wrong() {
    let text = "[store]\ndta = \"x\"\n";
    assert!(faults(text, &[])[0].starts_with("[dta]"));
    let text = "[store]\nsession_expiry_days = 0\n";
    assert_eq!(faults(text, &[]), ["[0] a session cannot end after 0 days"]);
}

#[test]
fn what_cannot_be_of_access_is_refused() {
    for (text, fault) in [
        (
            "invitation_days = 0",
            "[0] an invitation cannot be used for 0 days",
        ),
        (
            "invitation_days = 91",
            "[91] an invitation cannot be used for 91 days",
        ),
        ("bot = \"@us\"", "[\"@us\"] `@us` is not the name of a bot"),
    ] {
        assert_eq!(faults(&format!("[access]\n{text}\n"), &[]), [fault]);
    }
    let text = "[access]\ninvitation_days = 2\nbot = \"our_intake_bot\"\n";
    let variables = [
        ("PREAUTH__ACCESS__MESSAGES_PER_MINUTE", "0"),
        ("PREAUTH__ACCESS__BOT", "other_bot"),
    ];
    let settings = of_file(text, &variables).unwrap();
    assert_eq!(settings.invitation_days, 2);
    assert_eq!(settings.messages_per_minute, 0);
    assert_eq!(settings.bot.as_deref(), Some("other_bot"));
}

#[test]
fn a_settled_reading_needs_a_reason_and_a_date() {
    let start = "[[settled]]\npolicy = \"p\"\nreading = \"tail\"\nvalue = \"v\"\n";
    let end = "reason = \"minutes\"\ndate = \"2026-03-01\"\n";
    assert!(!faults(start, &[]).is_empty());
    let empty = format!("{start}reason = \" \"\ndate = \"March\"\n");
    let found = faults(&empty, &[]);
    assert_eq!(
        found,
        [
            "[\" \"] this text is empty",
            "[\"March\"] `March` is not a calendar date"
        ]
    );
    let once = format!("{start}{end}");
    assert!(of_file(&once, &[]).is_ok());
    let twice = faults(&format!("{once}{once}"), &[]);
    assert_eq!(twice, ["[\"tail\"] the reading `tail` is settled twice"]);
}
