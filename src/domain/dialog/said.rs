//! Every message of the shell that the dialog says, with the variables it takes. The check of the locales holds this
//! table against the files; the compiler notices a message that nothing says any more.

use crate::domain::message::{Arg, Message};

macro_rules! said {
    ($($id:literal $name:ident($($arg:ident),*);)*) => {
        /// The messages of the shell with their variables.
        pub const SHELL: &[(&str, &[&str])] = &[$(($id, &[$(stringify!($arg)),*])),*];

        $(
            pub(crate) fn $name($($arg: impl Into<Arg>),*) -> Message {
                Message::new($id)$(.with(stringify!($arg), $arg))*
            }
        )*
    };
}

said! {
    "yes" yes();
    "no" no();
    "not_on_record" not_on_record();
    "documents-all" documents_all();
    "documents-none" documents_none();
    "list" list(items);
    "help-heading" help_heading();
    "help-line" help_line(name, about);
    "help-cite" help_cite(cite);
    "help-supplier" help_supplier(supplier);
    "greeting" greeting();
    "greeting-commands" greeting_commands();
    "greeting-policy" greeting_policy(policy, through);
    "greeting-reference" greeting_reference(reference);
    "language-changed" language_changed();
    "place-unknown" place_unknown();
    "place-known" place_known(level);
    "item" item(procedure, level);
    "same-as-ask" same_as_ask(other, place);
    "same-as-ask.same" same_as_same();
    "same-as-ask.different" same_as_different();
    "recheck-ask" recheck_ask(date, answer, question);
    "level-sacral-ask" level_sacral_ask(level);
    "date-exact" date_exact(date, days);
    "date-range" date_range(first, last, least, most);
    "period-ongoing" period_ongoing(start);
    "period-ended" period_ended(start, end);
    "number-range" number_range(least, most);
    "readback-heading" readback_heading();
    "readback-line" readback_line(label, answer);
    "readback-line-at" readback_line_at(label, answer, place);
    "label-at" label_at(label, place);
    "picked-day" picked_day(day);
    "picked-since" picked_since(day);
    "readback-ask" readback_ask();
    "set-aside-ask" set_aside_ask(answers);
    "reject-not-understood" reject_not_understood();
    "reject-expected-choice" reject_expected_choice();
    "reject-expected-yes-no" reject_expected_yes_no();
    "reject-expected-date" reject_expected_date();
    "reject-expected-period" reject_expected_period();
    "reject-expected-level" reject_expected_level();
    "reject-expected-number" reject_expected_number(least, most);
    "reject-no-unit" reject_no_unit(number);
    "reject-future-date" reject_future_date();
    "reject-negative" reject_negative();
    "reject-no-such-day" reject_no_such_day();
    "reject-too-long-ago" reject_too_long_ago();
    "reject-ends-before-start" reject_ends_before_start();
    "reject-no-such-level" reject_no_such_level();
    "reject-pick-one" reject_pick_one(choices);
    "reject-ambiguous" reject_ambiguous(choices);
    "reject-number-not-offered" reject_number_not_offered(number);
    "reject-too-long" reject_too_long();
    "reject-nothing-to-undo" reject_nothing_to_undo();
    "reject-nothing-to-edit" reject_nothing_to_edit();
    "reject-nothing-to-erase" reject_nothing_to_erase();
    "reject-no-result-yet" reject_no_result_yet();
    "reject-nothing-to-remind" reject_nothing_to_remind();
    "reject-stale" reject_stale();
    "left-out" left_out(labels);
    "reject-no-command" reject_no_command();
    "reject-code" reject_code();
    "reject-identifiers" reject_identifiers();
    "reject-levels-too-many" reject_levels_too_many(most);
    "edit-ask" edit_ask();
    "contradiction-ask" contradiction_ask();
    "restart-ask" restart_ask();
    "cancel-ask" cancel_ask();
    "delete-ask" delete_ask(reference, count);
    "erased" erased();
    "disclaimer" disclaimer();
    "stands-new" stands_new();
    "stands-asking" stands_asking(count);
    "stands-summary" stands_summary(count);
    "stands-assessed" stands_assessed(count);
    "stands-next" stands_next();
    "stands-result" stands_result(item, short);
    "reminder-set" reminder_set(date);
    "reminder-due" reminder_due(reference);
    "nudged" nudged(reference, count);
    "expired" expired(reference);
    "known-documented" known_documented();
    "known-told" known_told();
    "status-met" status_met();
    "status-not_met" status_not_met();
    "status-open" status_open();
    "status-depends" status_depends();
    "summary-heading" summary_heading();
    "summary-line" summary_line(label, answer);
    "summary-item-heading" summary_item_heading(item);
    "summary-unused-heading" summary_unused_heading();
    "summary-ask" summary_ask();
    "summary-ask.confirm" summary_confirm();
    "summary-ask.change" summary_change();
    "summary-empty" summary_empty();
    "result-heading" result_heading(item);
    "result-disposition" result_disposition(short, sentence);
    "result-details-heading" result_details_heading(item);
    "result-criteria-heading" result_criteria_heading();
    "result-criterion" result_criterion(criterion, status, known, cite);
    "result-criterion-plain" result_criterion_plain(criterion, status, cite);
    "result-paths-met" result_paths_met(paths);
    "result-paths-depend" result_paths_depend(paths);
    "result-path-failed" result_path_failed(path, criteria);
    "result-rule" result_rule(text, cite);
    "result-tec-heading" result_tec_heading();
    "result-tec" result_tec(number, text, cite);
    "result-needs-heading" result_needs_heading();
    "result-need" result_need(fact, supplier);
    "result-need-for" result_need_for(fact, criteria, supplier);
    "result-need-exact" result_need_exact(fact, answer, supplier);
    "result-closed-list" result_closed_list(criterion, facts, supplier);
    "result-also-heading" result_also_heading();
    "result-review-also-heading" result_review_also_heading();
    "result-readings-heading" result_readings_heading();
    "result-readings-combination" result_readings_combination();
    "result-reading" result_reading(reading, cite);
    "result-include-records" result_include_records();
    "result-review-records" result_review_records(documents);
    "result-documents-heading" result_documents_heading();
    "result-document" result_document(document, shows, supplier);
    "result-document-choice" result_document_choice(documents, supplier);
    "result-documents-suggested" result_documents_suggested();
    "result-documents-in-hand" result_documents_in_hand(documents);
    "result-not-met-today" result_not_met_today(date);
    "result-path-possible-on" result_path_possible_on(path, date);
    "result-changes-on" result_changes_on(date);
    "result-notes-heading" result_notes_heading();
    "result-note" result_note(note, cite);
    "result-note-outside" result_note_outside(note, source);
    "result-translated" result_translated();
    "result-policy" result_policy(policy, digest, through);
    "result-update" result_update(cites);
    "result-as-of" result_as_of(date);
    "result-reference" result_reference(reference);
    "result-next" result_next();
    "resume-greeting" resume_greeting(reference);
    "resume-day" resume_day(date, today);
    "resume-changed" resume_changed(item, before, after);
    "resume-path-now-met" resume_path_now_met(path);
    "resume-path-expired" resume_path_expired(path);
    "resume-unchanged" resume_unchanged();
    "repinned" repinned(digest);
    "repinned-dropped" repinned_dropped(labels);
    "paused" paused(reference);
    "unseen" unseen();
    "restarted" restarted();
    "cancelled" cancelled(reference);
    "choose-several" choose_several();
    "progress" progress(number, left);
    "progress-last" progress_last(number);
}
