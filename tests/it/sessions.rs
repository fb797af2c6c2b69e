//! `preauth sessions` on a folder that conversations were held in.

use serde_json::Value;
use tempfile::TempDir;

use crate::chat::case_of;
use crate::command::{Ran, run};

/// A folder with two cases: one result, and one that goes on.
struct Place {
    folder: TempDir,
    assessed: String,
    open: String,
}

fn chat(data: &str, typed: &str) -> String {
    let args = ["chat", "--new", "--data", data, "--today", "2026-11-22"];
    let ran = run(&args, typed.as_bytes());
    case_of(&ran.out)
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let data = folder.path().to_str().unwrap();
        Self {
            assessed: chat(data, "sacroplasty\n"),
            open: chat(data, "kyphoplasty\n1\n3 weeks ago\nyes\n"),
            folder,
        }
    }

    fn sessions(&self, args: &[&str]) -> Ran {
        let data = self.folder.path().to_str().unwrap();
        run(&[&["sessions"], args, &["--data", data]].concat(), b"")
    }
}

fn lines(ran: &Ran) -> Vec<Value> {
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    ran.out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn the_list_has_a_line_a_session() {
    let place = Place::new();
    let listed = place.sessions(&["list", "--today", "2026-11-22"]);
    let line = |case: &str| {
        let line = listed.out.lines().find(|line| line.starts_with(case));
        line.unwrap().split_whitespace().collect::<Vec<_>>()
    };
    assert_eq!(listed.out.lines().count(), 3, "{}", listed.out);
    assert_eq!(line(&place.assessed)[1..2], ["assessed"]);
    assert_eq!(
        line(&place.assessed)[6..],
        ["sacroplasty:", "investigational"]
    );
    assert_eq!(line(&place.open)[1..2], ["open"]);
    assert_eq!(
        line(&place.open)[6..],
        ["kyphoplasty:", "documentation_needed"]
    );

    let json = lines(&place.sessions(&["list", "--json"]));
    let open = json
        .iter()
        .find(|one| one["reference"] == place.open.as_str())
        .unwrap();
    assert_eq!(open["state"], "open");
    assert_eq!(open["turns"], 5);
    assert_eq!(open["policy"], "vertebral-augmentation");
    assert_eq!(open["items"][0]["procedure"], "kyphoplasty");
    assert!(open["began"].as_str().unwrap().ends_with('Z'), "{open}");
}

#[test]
fn a_case_is_shown_as_of_a_day_however_its_reference_is_typed() {
    let place = Place::new();
    for typed in [
        place.open.clone(),
        place.open.to_lowercase().replace('-', ""),
    ] {
        let shown = place.sessions(&["show", &typed, "--today", "2026-12-24"]);
        assert_eq!(shown.code, Some(0), "{}", shown.err);
        let start = "Summary of your answers\n- Procedure: Kyphoplasty\n";
        assert!(shown.out.starts_with(start), "{}", shown.out);
        assert!(shown.out.contains("53 days ago"), "{}", shown.out);
        assert!(
            shown.out.contains("Result for Kyphoplasty\n"),
            "{}",
            shown.out
        );
        assert!(
            shown.out.contains("Computed for December 24, 2026."),
            "{}",
            shown.out
        );
    }
    let json = lines(&place.sessions(&["show", &place.open, "--today", "2026-12-24", "--json"]));
    assert_eq!(json[0]["as_of"], "2026-12-24");
    assert_eq!(json[0]["items"][0]["assessment"]["as_of"], "2026-12-24");
    assert_eq!(json[0]["turns"], 5, "looking writes nothing");
}

#[test]
fn an_export_has_the_events_with_coded_answers() {
    let place = Place::new();
    let json = lines(&place.sessions(&["export", &place.assessed]));
    assert_eq!(json.len(), 1);
    assert!(json[0]["events"][0]["opened"].is_object(), "{}", json[0]);
    let answer = &json[0]["events"][1]["answered"]["entries"][0]["answer"];
    assert_eq!(answer["procedures"][0], "sacroplasty");
}

#[test]
fn a_deleted_case_is_gone_and_the_others_are_not() {
    let place = Place::new();
    let unasked = place.sessions(&["delete", &place.assessed]);
    assert_eq!((unasked.code, unasked.out.as_str()), (Some(1), ""));
    assert!(unasked.err.contains("`--yes`"), "{}", unasked.err);
    assert_eq!(lines(&place.sessions(&["list", "--json"])).len(), 2);

    let erased = place.sessions(&["delete", &place.assessed, "--yes"]);
    assert_eq!(erased.out, format!("erased case {}\n", place.assessed));
    let left = lines(&place.sessions(&["list", "--json"]));
    assert_eq!(left.len(), 1);
    assert_eq!(left[0]["reference"], place.open.as_str());
    for command in ["show", "export", "delete"] {
        let gone = place.sessions(&[command, &place.assessed]);
        assert_eq!((gone.code, gone.out.as_str()), (Some(1), ""), "{command}");
        let told = format!("error: there is no case `{}` in `", place.assessed);
        assert!(gone.err.starts_with(&told), "{}", gone.err);
    }
}

#[test]
fn a_reference_that_was_misread_is_told_so() {
    let place = Place::new();
    let mut symbols: Vec<char> = place.open.chars().collect();
    symbols[0] = if symbols[0] == 'A' { 'B' } else { 'A' };
    let misread: String = symbols.into_iter().collect();
    let ran = place.sessions(&["show", &misread]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err
            .contains("a symbol of this case reference was misread"),
        "{}",
        ran.err
    );
}

#[test]
fn nothing_is_made_where_there_are_no_sessions() {
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let folder = place.path().join("none");
    let ran = run(
        &["sessions", "list", "--data", folder.to_str().unwrap()],
        b"",
    );
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err.starts_with("error: there are no sessions in `"),
        "{}",
        ran.err
    );
    assert!(!folder.exists());
}

#[test]
fn accepting_a_loss_where_nothing_is_lost_changes_nothing() {
    let place = Place::new();
    let ran = place.sessions(&["accept-loss"]);
    assert_eq!(
        ran.out,
        "no commit is missing; sessions left: 2, of which parked: 0\n"
    );
    assert_eq!(lines(&place.sessions(&["list", "--json"])).len(), 2);
}

/// A folder in which the last case is about the example policy, with all of its answers.
fn about_another() -> (TempDir, String) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let data = folder.path().to_str().unwrap();
    let policy = "medicare-vertebral-augmentation";
    let args = [
        "chat",
        "--policy",
        policy,
        "--data",
        data,
        "--today",
        "2026-11-22",
    ];
    let said = "vertebroplasty\nL5\nmyeloma\nin the hospital\n8\n3 weeks ago\nyes\nyes\nnone\nnone\nall\nyes\n";
    let case = case_of(&run(&args, said.as_bytes()).out);
    (folder, case)
}

#[test]
fn a_case_goes_on_under_the_policy_it_is_about() {
    let (folder, case) = about_another();
    let data = folder.path().to_str().unwrap();
    let go_on = |more: &[&str]| {
        let args = [&["chat", "--data", data, "--today", "2026-11-22"], more].concat();
        run(&args, b"")
    };
    for args in [&[][..], &["--case", &case]] {
        let again = go_on(args);
        assert_eq!(again.code, Some(0), "{}", again.err);
        assert!(again.out.contains("Met: Tumor path"), "{}", again.out);
        assert!(
            !again.out.contains("policy or its questions changed"),
            "{}",
            again.out
        );
    }
    let listed = run(&["sessions", "list", "--json", "--data", data], b"");
    let [line] = lines(&listed).try_into().unwrap();
    assert_eq!(line["policy"], "medicare-vertebral-augmentation");
    assert_eq!(line["items"][0]["disposition"], "submit");
    let shown = run(&["sessions", "show", &case, "--data", data], b"");
    assert!(shown.out.contains("Example only"), "{}", shown.out);
    let recorded = run(&["record", &case, "--data", data], b"");
    assert_eq!(recorded.code, Some(0), "{}", recorded.err);
    assert!(
        recorded
            .out
            .contains("policy: medicare-vertebral-augmentation")
    );
    assert!(
        recorded.out.contains("= disposition: submit"),
        "{}",
        recorded.out
    );
    let other = run(
        &[
            "record",
            &case,
            "--policy",
            "vertebral-augmentation",
            "--data",
            data,
        ],
        b"",
    );
    assert_eq!(other.code, Some(2), "{}", other.out);
}

#[test]
fn a_case_about_another_policy_is_left_as_it_is() {
    let (folder, case) = about_another();
    let data = folder.path().to_str().unwrap();
    let of = |policy, more: &[&str], said: &str| {
        let args = [
            "chat",
            "--policy",
            policy,
            "--data",
            data,
            "--today",
            "2026-11-22",
        ];
        run(&[&args, more].concat(), said.as_bytes())
    };
    let named = of("vertebral-augmentation", &["--case", &case], "");
    assert_eq!(named.code, Some(1), "{}", named.out);
    assert!(
        named.err.contains("is about another policy"),
        "{}",
        named.err
    );
    let new = of("vertebral-augmentation", &[], "sacroplasty\n");
    assert!(new.err.contains(&case), "{}", new.err);
    assert_ne!(case_of(&new.out), case);
    assert!(new.out.contains("Sacroplasty"), "{}", new.out);
    let listed = lines(&run(&["sessions", "list", "--json", "--data", data], b""));
    let said = |one: &Value| {
        (
            one["reference"] == *case,
            one["items"][0]["disposition"].clone(),
        )
    };
    let mut said: Vec<_> = listed.iter().map(said).collect();
    said.sort_by_key(|(own, _)| *own);
    assert_eq!(
        said,
        [(false, "investigational".into()), (true, "submit".into())]
    );
    let exported = run(&["sessions", "export", &case, "--data", data], b"");
    assert!(!exported.out.contains("repinned"), "{}", exported.out);
}

#[test]
fn a_case_about_a_policy_that_is_not_here_is_told() {
    let (folder, case) = about_another();
    let data = folder.path().to_str().unwrap();
    let library = folder.path().join("library/dialogs");
    std::fs::create_dir_all(&library).unwrap();
    let own =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("dialogs/vertebral-augmentation");
    let copy = library.join("vertebral-augmentation");
    std::fs::create_dir_all(&copy).unwrap();
    for file in ["policy.toml", "dialog.toml", "cases.toml"] {
        std::fs::copy(own.join(file), copy.join(file)).unwrap();
    }
    let library = library.parent().unwrap().to_str().unwrap();
    let listed = run(
        &["sessions", "list", "--data", data, "--library", library],
        b"",
    );
    assert_eq!(listed.code, Some(0), "{}", listed.err);
    assert!(
        listed.out.contains("is not among those there are"),
        "{}",
        listed.out
    );
    let shown = run(
        &[
            "sessions",
            "show",
            &case,
            "--data",
            data,
            "--library",
            library,
        ],
        b"",
    );
    assert_eq!(shown.code, Some(1), "{}", shown.out);
}
