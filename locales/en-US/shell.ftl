### Everything that is not about one policy. Each text stands on one line; only lists of phrases (between `|`) may be
### broken. The same ids, attributes and variables stand in every language.

## Yes, no, not on record

yes = Yes
    .phrases = yes | y | yeah | yep | yup | yes please | yes it is | yes they do | sure | ok | okay | correct | right | that's right | that is right | true | affirmative | confirmed | confirm
no = No
    .phrases = no | n | nope | nah | no it is not | no it isn't | not correct | incorrect | wrong | that's wrong | not right | false | negative
not_on_record = Not on record
    .phrases = not on record | not in the record | not in the chart | not in chart | not documented | not in the notes | not recorded | not stated | not mentioned | don't know | do not know | i don't know | not sure | unsure | no idea | unknown | unclear | n/a | na | not available | can't tell | skip | idk
documents-all = All of these
    .phrases = all | both | both of them | all of them | all of these | everything | every one of them | we have all | we have everything | all in hand
documents-none = None of these
    .phrases = none | neither | neither one | neither of them | neither of these | no to both | no to all | none of them | none of these | no records | nothing | nothing yet | we have none | none in hand

## Things a person can say at any time: name, typed forms, one line for the help list

verb-help = Help
    .phrases = help | ? | why | why do you ask | why are you asking | what do you mean | what does that mean | explain
    .about = Says why this is asked and which part of the policy it belongs to.
verb-back = Back
    .phrases = back | go back | previous | previous question | last question | undo
    .about = Goes back to the question before.
verb-edit = Change an answer
    .phrases = edit | change | change an answer | edit an answer | correct an answer | fix an answer | fix | modify
    .about = Changes any earlier answer.
verb-not_on_record = { not_on_record }
    .phrases = { not_on_record.phrases }
    .about = Leaves the question open when the record does not say it.
verb-summary = Summary
    .phrases = summary | review | show answers | show my answers | my answers | recap
    .about = Shows all answers so far.
verb-status = Status
    .phrases = status | hi | hello | hey | hi again | hello again | good morning | good afternoon | thanks | thank you | many thanks | where are we | where do we stand | case status | how far along | how many questions
    .about = Says where the case stands and asks the open question again.
verb-details = Details
    .phrases = details | show details | show the details | more details | full result | show the full result | show the criteria
    .about = Shows what the result rests on: criteria, places in the policy, and notes.
verb-remind = Remind me
    .phrases = remind me | remind | set a reminder | reminder | remind us | tell me then | send a reminder
    .about = Sets a reminder for the day on which the result could change by the calendar alone.
verb-language = Language
    .phrases = language | change language | switch language | idioma
    .about = Changes the language.
verb-pause = Pause
    .phrases = pause | stop for now | later | continue later | save | save and exit | take a break | quit | exit
    .about = Keeps the answers so that you can go on later.
verb-restart = Start over
    .phrases = restart | start over | start again | begin again | from the beginning | new case | new patient | another patient | another case | next case | next patient
    .about = Sets all answers aside and begins again.
verb-cancel = Cancel
    .phrases = cancel | cancel the case | close the case | stop
    .about = Closes the case. You are asked first.
verb-delete = Erase the case
    .phrases = delete | delete the case | delete this case | delete my answers | delete everything | erase | erase the case | erase everything | erase my answers
    .about = Erases the case with all its answers. You are asked first.
verb-done = Done
    .phrases = done | finished | that's all | that is all | nothing else | all set | continue | next
    .about = Ends a choice of several, such as procedures or records.
verb-keep = Keep this answer
    .phrases = keep | keep it | keep this answer | keep the answer | keep my answer | never mind | nevermind | leave it | leave it as it is | leave as is | no change
    .about = Leaves an answer as it is when you see it again.
verb-commands = Commands
    .phrases = commands | options | all commands | list of commands | list commands
    .about = Lists all that you can type.

help-heading = What you can type at any time:
help-now-heading = What you can type now:
help-read-back = Dates, and answers in your own words, are read back before they count, so that nothing is taken in the wrong way. "Yes" takes them. "No" asks the question again.
help-summary = Nothing has been computed yet. Please check your answers; the result rests on them.
help-same = The same questions are asked for each level. If the answers are the same, they are not asked again.
help-line = { $name }: { $about }
help-cite = Place in the policy: { $cite }
help-supplier = Who can usually tell: { $supplier }.

## Greeting and opening

greeting = This service asks what a payer's policy needs to know about a prior authorization request, and then says which parts of the policy are met, which are not, and what is missing. It is for doctors' offices and the payer's staff. Please type no patient names, dates of birth or ID numbers.
greeting-commands = You can type in your own words. Type "help" at any question to see why it is asked.
greeting-policy = Policy: { $policy }, text through { $through }.
example = Example only: this policy is not complete, and no payer uses it in this form. Do not use its results for a real request.
greeting-reference = Case reference: { $reference }. Keep it to come back to this case.
language-en-US = English
    .phrases = english | inglés | in english | en inglés | english please | in english please | inglés por favor | en inglés por favor
language-es-US = Español (Spanish)
    .phrases = spanish | español | in spanish | en español | spanish please | in spanish please | español por favor | en español por favor
language-changed = The language is now English.

## Questions and progress

progress = Question { $number }, about { $left } to go
progress-open = Question { $number }
progress-last = Question { $number }, the last one
choose-several = You can choose more than one, such as 1 and 3.
place-unknown = this level
place-other = another level
place-known = { $level }
item = { $procedure } at { $level }
same-as-ask = You gave answers for { $other }. Do the same answers hold for { $place }?
    .same = Same answers
    .same-phrases = same | the same | the same answers | the same ones | identical | they are the same | same for both
    .different = Different answers
    .different-phrases = different | not the same | they are different | they differ
recheck-ask = On { $date } you answered "{ $answer }" to: { $question } Is this still so today?
keep-answer = Keep this answer
present-answer = Your answer now: { $answer }
edit-ask = Which answer do you want to change?
contradiction-ask = Which of the two answers do you want to change?

## Units, days and lists

month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-long = { month } { $day }, { $year }
list = { $items }
list-middle = { $before }, { $item }
list-end = { $before }{ $initial ->
   *[other] { " and " }
}{ $item }

## Reading an answer back

date-exact = { $date }, { $days ->
    [0] today
    [one] { $days } day ago
   *[other] { $days } days ago
}
date-range = between { $first } and { $last }, { $least } to { $most } days ago
period-ongoing = began { $start }; still going on
period-ended = began { $start }; ended { $end }
number-range = { $least } to { $most }
number-exact = { $number }
readback-heading = This is what I understood:
readback-line = { $label }: { $answer }
readback-line-at = { $label } ({ $place }): { $answer }
label-at = { $label } ({ $place })
picked-day = { $day }
picked-since = since { $day }
readback-ask = Is this right?
set-aside-ask = With this change, these answers will not be used any more: { $answers }. Do you want to make the change?

## When an answer is not understood

reject-not-understood = I did not understand that answer.
reject-expected-choice = Please choose one of the answers shown, by its number or in your own words.
reject-expected-yes-no = Please answer yes, no, or not on record.
reject-expected-these = Please choose one of these: { $choices }.
reject-expected-date = Please type a date, such as March 3, 2026, or how long ago it was, such as 3 weeks ago.
reject-expected-period = Please type when it began and, if it has stopped, when it ended.
reject-expected-level = Please type one or more levels, such as L1, or T12 and L1.
reject-expected-number = Please type a whole number from { $least } to { $most }.
reject-not-exact = "About" is not exact enough here. Please type a whole number from { $least } to { $most }, two numbers that it lies between, or a limit, such as "more than", "at least" or "up to" with the number.
reject-no-unit = Is that days, weeks or months? Please type { $number } with its unit, such as "{ $number } weeks".
reject-future-date = That day is after today. Please type a day that has already come.
reject-negative = A length of time cannot be below zero. Please type it again.
reject-no-such-day = The calendar has no such day. Please check the day and the month.
reject-too-long-ago = That is too long ago to be right. Please check the number or the year.
reject-ends-before-start = The end is before the beginning. Please type both dates again.
reject-no-such-level = There is no such level of the spine. The levels are C1 to C7, T1 to T12, L1 to L5 and S1 to S5.
reject-denies-some = You ruled out some of these and said nothing of the others. Please choose each one that the record shows, or "None of these" if it shows none.
reject-pick-one = Only one answer fits here. Please choose one of these: { $choices }.
reject-ambiguous = This could mean more than one thing. Did you mean one of these: { $choices }?
reject-number-not-offered = There is no choice { $number }. Please choose one of the answers shown.
reject-too-long = The message is too long. Please answer only this question.
reject-nothing-to-undo = There is no question before this one.
reject-nothing-to-edit = There is no answer to change yet.
reject-nothing-to-erase = There is no case to erase yet.
reject-no-result-yet = There is no result yet, so there is nothing to be reminded of. You can ask again when you have the result.
reject-nothing-to-remind = The calendar alone will not change this result, so there is no day to be reminded of. It changes only when an answer or a record changes.
reject-stale = That button belongs to an earlier question. Here is where the case stands now.
reject-no-command = There is no such command. Type /commands to see what you can type.
reject-code = That looks like an invitation code. No code is needed here any more. Please go on with the question.
left-out = This was left out, because it could be meant in more than one way or for more than one level: { $labels }. Please type it again by itself, with its level if there are several.
reject-identifiers = Your message may hold a name, a date of birth or an ID number. Nothing of the message was kept. Please delete it where you typed it, and go on without names, dates of birth or ID numbers.
reject-levels-too-many = Please name at most { $most } levels.

## Questions that are not answers

faq-patient = This service is for doctors' offices and the payer's staff, not for patients. It cannot give advice, and this message opens no case. Please talk to your doctor or your health plan.
    .phrases = should i have this done | should i get this | should i do this | should i have the procedure | should i have surgery | is it safe for me | i am the patient | i'm the patient | my back hurts | my surgery | my insurance | will it help me | i broke my back
faq-approved = This service cannot say. Only the plan decides. Nothing here is an approval or a guarantee.
    .phrases = approved | is it approved | is this approved | so it's approved | so is it approved | did it get approved | so we are good | so we're good | are we good | is it covered | is this covered | will it be covered | do they cover it | will they pay | will they pay for it | does the plan pay | is it authorized | do we have authorization | do we have an auth | got the auth | auth number

## Dispositions: the result of one item in one sentence

disposition-submit = By your answers, a path of the policy is met and the records that show it are in hand, so the request can be submitted.
    .short = Submit
disposition-submit_with_note = By your answers, a path of the policy is met and the request can be submitted; the open points below matter under a stricter reading of the policy.
    .short = Submit with a note
disposition-payer_review = The policy can be read in more than one way on a point that matters here, so only the payer can settle it.
    .short = Payer review
disposition-documentation_needed = Something the policy asks about is not known yet, or no record in hand shows it.
    .short = Documentation needed
disposition-not_addressed = The policy does not name this procedure, so it says nothing about this request.
    .short = Not addressed by the policy
disposition-inconsistent = Two answers cannot both be right, so there is no result until one of them is corrected.
    .short = Answers do not fit together

disclaimer = This is not an approval, a denial or a guarantee. Only the payer decides.

## Status of a criterion, and how a fact is known

status-met = Met
status-not_met = Not met
status-open = Open
status-depends = Depends on how the policy is read
known-documented = documented
known-told = told to us

## Summary before the result

summary-heading = Summary of your answers
summary-line = { $label }: { $answer }
summary-item-heading = { $item }:
summary-unused-heading = Kept, but not used for this result:
summary-ask = Is everything right?
    .confirm = Show the result
    .change = Change an answer
details-none = There is no result yet, so it has no details. Your answers so far:
summary-empty = There are no answers yet.

## The result

result-heading = Result for { $item }
result-disposition = { $short }: { $sentence }
result-details-heading = Details for { $item }
result-criteria-heading = The policy's criteria:
result-criteria-idle = These play no part in this result: { $criteria }.
result-criterion = { $status } ({ $known }): { $criterion } [{ $cite }]
result-criterion-plain = { $status }: { $criterion } [{ $cite }]
result-paths-met = Met: { $paths }.
result-path-failed = { $path }. Criteria that are not met: { $criteria }.
result-paths-depend = Depends on how the policy is read: { $paths }.
result-rule = { $text } [{ $cite }]
result-tec-heading = The technology criteria that the policy names as not met:
result-tec = { $number }. { $text } [{ $cite }]
result-needs-heading = Still open:
result-need = { $fact }. Who can usually tell: { $supplier }.
result-need-for = { $fact }. Needed for: { $criteria }. Who can usually tell: { $supplier }.
result-closed-list = { $criterion } One of these is enough: { $facts }. Who can usually supply it: { $supplier }.
result-need-exact = { $fact }: an exact date is needed. So far: { $answer }. Who can usually supply it: { $supplier }.
result-need-number = { $fact }: one exact number is needed. So far: { $answer }. Who can usually supply it: { $supplier }.
result-review-records = Records that can show it: { $documents }.
result-also-heading = Worth adding, because a stricter reading of the policy asks for it:
result-review-also-heading = Open, and it matters under a more lenient reading of the policy:
result-readings-heading = Where the policy can be read in two ways:
result-reading = { $reading } [{ $cite }]
result-readings-combination = No single point decides this; it depends on several of these readings together.
result-raised-heading = Your answers that raise the question:
result-raised = { $answers }. { $count ->
    [one] It counts
   *[other] They count
} for: { $criterion } [{ $cite }]
result-include-records = Have the clinician confirm { $count ->
    [one] this point
   *[other] these points
} in the record first. Then submit the request with the records on { $count ->
    [one] it
   *[other] them
} and mark the question for the payer, or call the payer.
result-documents-heading = Records that are still missing:
result-document = { $document }. It should show: { $shows } Who can usually supply it: { $supplier }.
result-document-required = { $document }. The policy asks for this record. It should show: { $shows } Who can usually supply it: { $supplier }. [{ $cite }]
result-document-choice = Any one of these would be enough: { $documents }. Who can usually supply it: { $supplier }.
result-documents-suggested = The policy does not list documents; this list is our suggestion.
result-documents-others = The policy asks only for the records with a section behind them; the others are our suggestion.
result-documents-in-hand = In hand: { $documents }.
result-not-met-today = Not met as of { $date }.
result-path-possible-on = { $path } could be met from { $date } on, if the days keep counting and its other points are met too.
result-changes-on = With these answers, the result could change on { $date }.
result-notes-heading = Notes:
result-note = { $note } [{ $cite }]
result-note-outside = { $note } [Not from the policy. Source: { $source }]
result-translated = The policy is in English; its content is put in our own words here.
result-policy = Policy { $policy }, version { $digest }, text through { $through }.
result-update = From the history of the policy's text: { $cites }.
result-as-of = Computed for { $date }.
result-reference = Case reference: { $reference }
result-next = To change an answer, type "change". To begin a new case, type "start over".

## Coming back: what changed and why

resume-greeting = Welcome back to case { $reference }.
resume-day = You last answered on { $date }. Today is { $today }, so lengths of time were counted again.
resume-changed = The result for { $item } changed: it was "{ $before }" and is now "{ $after }".
resume-path-now-met = { $path } is met as of today, because the length of time it names has now passed.
resume-path-expired = { $path } is not met any more, because the length of time it names has passed.
resume-unchanged = The result has not changed.
repinned = The policy or its questions changed since your last answer. Your answers were kept and checked again under version { $digest }.
repinned-dropped = These answers are not possible any more and will be asked again: { $labels }.
paused = The case is paused. Your answers are kept. To go on, come back and type "continue". From another place, use the case reference { $reference }.
unseen = Your last message was not used, because the case has moved on since this chat was shown a question. This is where it stands now.
restarted = All answers were set aside. The case begins again.
restart-ask = This sets all answers aside. Do you want to start over?
cancelled-result = The case is closed. Its result is not shown any more. Its answers are kept for now. To open it again, come back with the case reference { $reference }.
cancelled = The case is cancelled. There is no result. Its answers are kept for now. To go on with it after all, come back with the case reference { $reference }.
cancel-ask-result = This closes the case. Its result will not be shown any more. Do you want to close it?
cancel-ask = This ends the case without a result. Do you want to cancel it?
delete-ask = This erases case { $reference } with everything in it: { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}, any result and any reminder. It cannot be undone. Do you want to erase the case?
erased = The case is erased. None of its answers are kept. To begin a new case, type the procedure you request.

## Where the case stands

stands-new = No case has begun yet. It begins with your first answer.
stands-asking = Questions answered: { $count }. The case waits for your answer.
stands-summary = Questions answered: { $count }. The case waits for you to check the summary.
stands-assessed = Questions answered: { $count }. The case has a result:
stands-result = { $item }: { $short }
stands-next = Type "details" to see what the result rests on.

## Reminders, and cases that wait

reminder-set = A reminder is set for { $date }. On that day you will be told what has changed.
reminder-due = This is the reminder you asked for. Case reference: { $reference }.
nudged = Case { $reference } still waits for your answer. Questions answered: { $count }. Nothing is lost, and you can go on at any time.
expired = Case { $reference } was closed, because nobody answered for a long time. Its answers are kept for now. To go on, come back with the case reference.

## The terminal

terminal-kept = Your answers are kept. To go on with case { $reference }, run "preauth chat" again.
terminal-nothing-kept = No case was opened, because no question was answered.
terminal-busy = Your answer was not kept, because this case is open somewhere else too. Please type it again.
terminal-recorded = This conversation is written to the file { $file }, without names, without the case reference and with all days moved. It can be sent to whoever looks after this service.
terminal-recorded-partly = Only a part of this conversation is written to the file { $file }: { $count ->
    [one] 1 answer is
   *[other] { $count } answers are
} missing there, because there were no words for { $count ->
    [one] it
   *[other] them
}. The file has no names, no case reference, and all its days are moved.
terminal-not-recorded = This conversation could not be written down: { $why }
terminal-full = Your answer was not kept, because there is no room left on the disk. Please make room and type it again.

## The messenger

telegram-deleted = Your message was deleted from this chat if Telegram allowed it. If you still see it, please delete it.
telegram-stranger = This service is for invited offices. If you have an invitation code, type it here.
telegram-code-not-valid = This invitation code is not valid. Ask the person who sent it for a new one.
telegram-too-fast = That was a lot at once. Please wait a minute, then type your last message again.
telegram-no-files = Files and pictures are not read here, and should not be sent: they may show a patient's name. Please type the answer. Your file was deleted from this chat if Telegram allowed it.
telegram-no-voice = Voice messages are not heard here. Please type the answer or press a button.
telegram-text-only = Only text and buttons are understood here. Please type the answer or press a button.
telegram-edited = A change to a message you sent before is not read. To change an answer, type "edit".
telegram-private-only = This service works in a private chat only. Please open a chat with this bot.
telegram-welcome = Welcome. This chat is set up for your office now.
telegram-stale = That button belongs to an earlier question. Here is the current one.
telegram-busy = Your answer was not kept, because this case is open somewhere else too. Please send it again.
telegram-full = Your answer was not kept, because there is no room to store it right now. Please tell the service's staff, and send it again later.
telegram-parked = This case cannot be opened right now. Your answers are safe. Please tell the service's staff the case reference.
telegram-no-such-case = There is no case with this reference. Please check it and type it again.
telegram-fault = Something went wrong on our side, and this message was not taken. Your earlier answers are safe. Please try other words, or press a button.
telegram-close = Close calendar
telegram-done = Done
telegram-pick-day = 📅 Pick a day
telegram-go-on = Go on
telegram-erased = Case { $reference } was erased by somebody else in your office. What you type next begins a new case.
telegram-new = New case
telegram-command-start = Go on with the case that is open, or begin
telegram-command-new = Begin a new case
telegram-command-help = Why this is asked, and what you can type
telegram-command-status = Where this case stands
telegram-command-summary = All answers so far
telegram-command-edit = Change an answer
telegram-command-back = Go back one question
telegram-command-language = Change the language
telegram-command-cancel = Close this case
telegram-command-delete = Erase the answers of this case
telegram-weekdays = Days
    .phrases = Sun | Mon | Tue | Wed | Thu | Fri | Sat
telegram-months = Months
    .phrases = January | February | March | April | May | June | July | August | September | October | November | December
