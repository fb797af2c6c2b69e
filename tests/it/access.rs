//! `preauth access`, and the log that several processes keep at once.

use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use preauth::access::{Access, Greeting, Redeemed};
use preauth::store::{ChannelKey, Disk, UnixSeconds};
use serde_json::Value;
use tempfile::TempDir;

use crate::command::{Ran, finish, preauth, run};

/// A folder for an access log.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap())
    }

    fn data(&self) -> &str {
        self.0.path().to_str().unwrap()
    }

    fn log(&self) -> PathBuf {
        self.0.path().join("access.jsonl")
    }

    fn access(&self, args: &[&str]) -> Ran {
        run(&[&["access"], args, &["--data", self.data()]].concat(), b"")
    }

    fn invite(&self, more: &[&str]) -> Value {
        let args = [&["invite", "--role", "office", "--json"], more].concat();
        let mut lines = lines(&self.access(&args));
        assert_eq!(lines.len(), 1);
        lines.remove(0)
    }

    /// What the channel does with a code, in this process.
    fn redeem(&self, code: &Value, name: &str) -> Redeemed {
        let access = Access::open(self.0.path()).unwrap();
        access.redeem(text(code), &chat(name), now()).unwrap()
    }
}

fn now() -> UnixSeconds {
    preauth::clock::now()
}

fn chat(name: &str) -> ChannelKey {
    ChannelKey::parse(&format!("telegram:{name}")).unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn lines(ran: &Ran) -> Vec<Value> {
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    ran.out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn an_invitation_is_shown_once_and_lets_one_chat_in() {
    let place = Place::new();
    let bot = ["--bot", "@our_intake_bot", "--note", "front desk"];
    let made = place.invite(&bot);
    let code = text(&made["code"]);
    let link = format!("https://t.me/our_intake_bot?start={code}");
    assert_eq!(text(&made["link"]), link);
    let kept = std::fs::read_to_string(place.log()).unwrap();
    assert!(!kept.contains(code) && !kept.contains(&code.replace('-', "")));
    let mode = std::fs::metadata(place.log()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert!(matches!(
        place.redeem(&made["code"], "1"),
        Redeemed::Welcome(_)
    ));
    assert_eq!(place.redeem(&made["code"], "2"), Redeemed::NotValid);
    let listed = lines(&place.access(&["list", "--json"]));
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0]["office"], made["office"]);
    assert_eq!(listed[0]["members"][0]["chat"], "telegram:1");
    assert_eq!(listed[0]["members"][0]["note"], "front desk");
    assert_eq!(listed[0]["invitations"].as_array().unwrap().len(), 0);
}

#[test]
fn people_read_what_an_invitation_is() {
    let place = Place::new();
    let ran = place.access(&["invite", "--role", "office", "--bot", "our_intake_bot"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let said: Vec<&str> = ran
        .out
        .lines()
        .map(|line| line.split(':').next().unwrap())
        .collect();
    let last = "The code lets one chat in, once. It is not kept and not shown again.";
    let heads = [
        "code",
        "link",
        "invitation",
        "office",
        "valid until",
        "",
        last,
    ];
    assert_eq!(said, heads, "{}", ran.out);
    assert!(ran.out.contains(" (new)\n"), "{}", ran.out);
    let none = Place::new();
    let said = format!("nobody was invited to `{}`\n", none.data());
    assert_eq!(none.access(&["list"]).out, said);
    assert!(!none.log().exists(), "looking makes nothing");
}

#[test]
fn the_settings_say_for_how_long_and_which_bot() {
    let place = Place::new();
    let args = [
        "access",
        "invite",
        "--role",
        "office",
        "--json",
        "--data",
        place.data(),
    ];
    let mut command = preauth(&args);
    command.env("PREAUTH__ACCESS__INVITATION_DAYS", "2");
    command.env("PREAUTH__ACCESS__BOT", "set_bot");
    let before = now();
    let made = lines(&finish(command, b"")).remove(0);
    assert!(text(&made["link"]).starts_with("https://t.me/set_bot?start="));
    let valid = |days: i64| before.0 + days * 24 * 60 * 60;
    let until = |days| preauth::clock::utc(UnixSeconds(valid(days)));
    let expires = text(&made["expires"]).to_owned();
    assert!(until(2) <= expires && expires < until(3), "{expires}");
    let longer = place.invite(&["--valid-days", "5"]);
    assert!(until(5).as_str() <= text(&longer["expires"]));
}

#[test]
fn what_was_revoked_lets_nobody_in() {
    let place = Place::new();
    let made = place.invite(&[]);
    let office = text(&made["office"]).to_owned();
    let second = place.invite(&["--office", &office]);
    let third = place.invite(&["--office", &office.to_uppercase()]);
    assert_eq!(second["office"], made["office"]);
    assert!(matches!(
        place.redeem(&made["code"], "1"),
        Redeemed::Welcome(_)
    ));
    let ran = place.access(&["revoke", text(&second["code"])]);
    assert_eq!(
        ran.out,
        format!("revoked {}\n", text(&second["invitation"]))
    );
    assert_eq!(place.redeem(&second["code"], "2"), Redeemed::NotValid);
    let used = place.access(&["revoke", text(&made["invitation"])]);
    assert_eq!((used.code, used.out.as_str()), (Some(1), ""));
    assert!(
        used.err.contains("was used by the chat `telegram:1`"),
        "{}",
        used.err
    );
    assert!(
        used.err.ends_with("help: revoke the chat\n"),
        "{}",
        used.err
    );
    let ran = place.access(&["revoke", &office]);
    let said = format!("revoked {office}; chats let in no more: 1, invitations taken back: 1\n");
    assert_eq!(ran.out, said);
    assert_eq!(place.redeem(&third["code"], "3"), Redeemed::NotValid);
    assert_eq!(place.redeem(&made["code"], "1"), Redeemed::NotValid);
    let again = lines(&place.access(&["revoke", &office, "--json"])).remove(0);
    assert_eq!(again["already"], true);
    let gone = place.access(&["invite", "--role", "office", "--office", &office]);
    let said = format!("error: there is no office `{office}`\n");
    assert!(
        gone.code == Some(1) && gone.err.starts_with(&said),
        "{}",
        gone.err
    );
}

#[test]
fn a_chat_that_was_revoked_is_out_at_once_in_a_process_that_runs() {
    let place = Place::new();
    let running = Access::open(place.0.path()).unwrap();
    let made = place.invite(&[]);
    let welcome = running.redeem(text(&made["code"]), &chat("1"), now());
    assert!(matches!(welcome, Ok(Redeemed::Welcome(_))));
    let ran = place.access(&["revoke", "telegram:1"]);
    assert_eq!(ran.out, "revoked telegram:1\n");
    assert_eq!(running.member(&chat("1")), Ok(None));
    assert_eq!(running.stranger(&chat("1"), now()), Ok(Greeting::Once));
}

#[test]
fn the_log_tells_every_decision_and_no_code() {
    let place = Place::new();
    let made = place.invite(&["--note", "front desk"]);
    place.redeem(&made["code"], "1");
    place.redeem(&made["code"], "2");
    place.access(&["revoke", "telegram:1"]);
    let told = place.access(&["log"]).out;
    let [id, office] = [&made["invitation"], &made["office"]].map(text);
    for (line, end) in told.lines().zip([
        format!("invited   {id} to {office} as office, until "),
        format!("let in    telegram:1 by {id}"),
        format!("refused   telegram:2: used, {id}"),
        "revoked   telegram:1".to_owned(),
    ]) {
        assert!(line.contains(&format!("  {end}")), "{line}\n{end}");
    }
    let json = place.access(&["log", "--json"]).out;
    assert_eq!(json, std::fs::read_to_string(place.log()).unwrap());
    assert_eq!((told.lines().count(), json.lines().count()), (4, 4));
    assert!(!told.contains(text(&made["code"])));
}

#[test]
fn arguments_that_cannot_be_are_refused_and_nothing_is_written() {
    let place = Place::new();
    let invite = ["invite", "--role", "office"];
    for (more, said) in [
        (
            &["--note", "call 555-867-5309"][..],
            "looks as if it names a person",
        ),
        (&["--note", " "], "a note is one line"),
        (&["--office", "here"], "looks like `office-k7qm4t`"),
        (&["--bot", "us"], "5 to 32 letters"),
        (&["--valid-days", "91"], "1..=90"),
    ] {
        let ran = place.access(&[&invite, more].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{more:?}");
        assert!(ran.err.contains(said), "{}", ran.err);
        assert!(!ran.err.contains("867-5309"), "{}", ran.err);
    }
    let role = place.access(&["invite", "--role", "agent"]);
    assert!(
        role.err.contains("a role is one of `office`"),
        "{}",
        role.err
    );
    for (what, code) in [("k7qm", 2), ("invite-9xwe2b", 1), ("telegram:1", 1)] {
        let ran = place.access(&["revoke", what]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(code), ""), "{what}");
    }
    assert!(!place.log().exists());
}

#[test]
fn a_line_that_cannot_be_read_is_told_with_its_place_and_lets_nobody_in() {
    let place = Place::new();
    let made = place.invite(&[]);
    let mut text = std::fs::read_to_string(place.log()).unwrap();
    text.push_str("{\"v\":1,\"at\":0,\"event\":{\"promoted\":{}}}\n");
    std::fs::write(place.log(), &text).unwrap();
    let ran = place.access(&["list"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    let said = format!(
        "error: line 2 of `{}`: it says something",
        place.log().display()
    );
    assert!(ran.err.starts_with(&said), "{}", ran.err);
    assert!(Access::open(place.0.path()).is_err());
    text.truncate(text.len() - 1);
    std::fs::write(place.log(), &text).unwrap();
    assert!(
        matches!(place.redeem(&made["code"], "1"), Redeemed::Welcome(_)),
        "a torn tail"
    );
}

#[test]
fn processes_that_append_at_once_lose_nothing() {
    let place = Place::new();
    let made = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..12).map(|_| scope.spawn(|| place.invite(&[]))).collect();
        let access = Access::open(place.0.path()).unwrap();
        for name in 0..40 {
            let greeted = access.stranger(&chat(&name.to_string()), now());
            assert_eq!(greeted, Ok(Greeting::Once));
        }
        let done = runs.into_iter().map(|run| run.join().unwrap());
        done.collect::<Vec<Value>>()
    });
    let offices: BTreeSet<&str> = made.iter().map(|one| text(&one["office"])).collect();
    assert_eq!(offices.len(), 12);
    let access = Access::open(place.0.path()).unwrap();
    assert_eq!(access.log().unwrap().len(), 52);
    assert_eq!(access.list(now()).unwrap().len(), 12);
    for (name, one) in made.iter().enumerate() {
        let told = place.redeem(&one["code"], &format!("new-{name}"));
        assert!(matches!(told, Redeemed::Welcome(_)));
    }
}

#[test]
fn invitations_are_made_while_the_sessions_are_open_and_before_there_are_any() {
    let place = Place::new();
    place.invite(&[]);
    let store = Disk::open(place.0.path()).unwrap();
    place.invite(&[]);
    drop(store);
    assert!(Disk::open(place.0.path()).is_ok());
    assert_eq!(lines(&place.access(&["list", "--json"])).len(), 2);
}

#[test]
fn the_help_has_examples_and_exit_codes() {
    let help = run(&["access", "--help"], b"").out;
    assert!(
        help.contains("Examples:") && help.contains("Exit status:"),
        "{help}"
    );
    for command in ["invite", "list", "revoke", "log"] {
        let own = run(&["access", command, "--help"], b"");
        assert_eq!(own.code, Some(0));
        assert!(help.contains(&format!("  {command} ")), "{help}");
    }
}
