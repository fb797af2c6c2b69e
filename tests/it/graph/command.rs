//! `preauth graph` on the command line.

use crate::command::run;

const POLICY: &str = "vertebral-augmentation";

#[test]
fn every_picture_is_drawn_in_every_format() {
    for what in ["dialog", "criteria"] {
        for (format, begins) in [
            ("svg", "<svg "),
            ("mermaid", "flowchart LR\n"),
            ("dot", "digraph "),
        ] {
            let ran = run(&["graph", POLICY, "--what", what, "--format", format], b"");
            assert_eq!(ran.code, Some(0), "{}", ran.err);
            assert!(ran.out.starts_with(begins), "{}", ran.out);
        }
    }
}

/// A picture that is shaded by one conversation about a sacroplasty.
fn shaded(by: &[&str], counted: &str) {
    let ran = run(&[&["graph", POLICY], by].concat(), b"");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains(counted), "{}", ran.out);
    let answer = ran.out.split("id=\"answer.procedure.sacroplasty\"").nth(1);
    let answer = answer.unwrap().split("</g>").next().unwrap();
    assert!(answer.contains(">1×<"), "{answer}");
    let question = ran.out.split("id=\"step.procedure\"").nth(1);
    let question = question.unwrap().split("</g>").next().unwrap();
    assert!(question.contains(">1×<"), "{question}");
}

#[test]
fn transcripts_and_sessions_shade_it() {
    let folder = tempfile::tempdir().unwrap();
    let text = "locale: en-US\ntoday: 2026-11-22\nchannel: terminal\npolicy: vertebral-augmentation\n\n\
        > sacroplasty\n< ...\n= disposition: investigational\n";
    std::fs::write(folder.path().join("one.txt"), text).unwrap();
    let path = folder.path().to_str().unwrap();
    shaded(&["--coverage", path], "Times seen, of 1 transcripts");
    let sessions = folder.path().join("sessions");
    let data = sessions.to_str().unwrap();
    let chat = [
        "chat",
        "--policy",
        POLICY,
        "--data",
        data,
        "--today",
        "2026-11-22",
    ];
    assert_eq!(run(&chat, b"sacroplasty\n").code, Some(0));
    shaded(
        &["--sessions", "--data", data],
        "Times seen, of 1 stored sessions",
    );
}

#[test]
fn what_stands_in_the_way_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("one.txt");
    std::fs::write(&script, "nonsense\n").unwrap();
    let ran = run(
        &["graph", POLICY, "--coverage", script.to_str().unwrap()],
        b"",
    );
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("one.txt"), "{}", ran.err);
    let ran = run(
        &["graph", POLICY, "--sessions", "--data", "no/such/folder"],
        b"",
    );
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err
            .contains("there are no sessions in `no/such/folder`"),
        "{}",
        ran.err
    );
    let ran = run(&["graph", POLICY, "--data", "x"], b"");
    assert_eq!(ran.code, Some(2));
}
