### The words of the handbook that `preauth guide` writes and of the pictures that `preauth graph` draws, for every policy.
### Each text stands on one line. The same ids and variables stand in every language.

## The cover
guide-title = Handbook: { $policy }
guide-lead = This handbook is for the nurse or the medical director who signs this policy off before offices are asked about it. It says everything that the program asks, counts and answers.
guide-contents = Contents
guide-skip = Skip to the handbook
guide-footer = Handbook of { $name }, text through { $through }, seal { $seal }. A change in any file gives another seal.

## About
guide-about = What this handbook is about
guide-about-title = Policy
guide-about-name = Name of the policy in its files
guide-about-through = Text of the payer's policy through
guide-about-version = Version that results print
guide-about-cases = Tested cases
guide-about-cases-hold = { $count }. Each of them gets the result that it must. They test the files as they are, before a site settles anything.
guide-about-cases-none = None.
guide-about-files = Digest of each file
guide-about-seal = Seal: one digest of all files and settled readings
guide-about-source = Everything here is made from the same policy and the same questions that the program uses, so the two cannot differ. A digest is a number that changes when a file changes.
guide-about-words = The program puts the policy in its own words. The place in the payer's policy stands beside each point. Please compare them.
guide-about-lists = Conditions are shown as lists. "All of these" means that every point below it must hold. "Any one of these" means that one point is enough. An answer that is not on record counts as neither yes nor no.

## Results
guide-results = What can come out
guide-results-lead = Each procedure at each level gets one of these results. They are looked at in this order, and the first that fits is given.
guide-results-caption = The results and when each is given
guide-result = Result
guide-result-says = What the office reads
guide-result-when = When it is given
guide-results-extremes = "Strictest" and "most lenient" mean that every open question about the text is read in that way at once. Where a site has settled a question, only its decision counts.
guide-results-days = Lengths of time are counted again on each day, so a result can change with the calendar alone. The result names the day on which it could.
guide-when-inconsistent = Two answers cannot both be right, whatever is still unknown.
guide-when-not_addressed = The procedure is one that the policy does not name.
guide-when-submit = A path is met under the usual reading and under the strictest one, and the records in hand show it.
guide-when-submit_with_note = A path is met under the usual reading and the records in hand show it, but under the strictest reading something is still open.
guide-when-payer_review = A path is met under the usual reading and cannot be met under the strictest one; or no path can be met under the usual reading, and under the most lenient one a path is met or still open.
guide-when-documentation_needed = Under the usual reading it is still open whether a path is met; or a path is met, and the records in hand do not show it.
guide-when-investigational = No path can be met, neither under the usual reading nor under the most lenient one, whatever is still unknown.

## What is requested
guide-requested = What can be requested
guide-procedures-caption = The procedures
guide-procedure-head = Procedure
guide-procedure-rule = What the policy says of it
guide-not-named = The policy does not name it.
guide-regions = The policy tells these levels apart. Each level of a request gets its own result.
guide-levels = Levels { $first } to { $last }

## Rules
guide-rules = Rules and paths
guide-rules-lead = A rule is met when everything it requires holds and at least one of its paths is met.
guide-requires = Required on every path:
guide-every-path = Every path of { $procedures }
guide-no-paths = This rule has no path, so it is never met.
guide-otherwise = Where the policy speaks of all other uses
guide-otherwise-tec = Technology criteria that it names as not met
guide-handled-as = When this is not met: "{ $criterion }", the result is explained by the rule for: { $procedures }.
guide-path-lead = This path is met when all of these hold:

## Conditions
guide-all = All of these:
guide-any = Any one of these:
guide-not = This must not hold:
guide-at-least = At least { $count } of these:
guide-is = { $fact }: { $value }
guide-is-one-of = { $fact }, one of these: { $values }
guide-answer = “{ $answer }”
guide-plain = { $text }
guide-began-from = { $fact }: { $days } days ago or more
guide-began-below = { $fact }: fewer than { $days } days ago
guide-began-within = { $fact }: { $least } to { $most } days ago
guide-lasted-from = { $fact }: has lasted { $days } days or more
guide-lasted-below = { $fact }: has lasted fewer than { $days } days
guide-lasted-within = { $fact }: has lasted { $least } to { $most } days
guide-number-from = { $fact }: { $number } or more
guide-number-below = { $fact }: less than { $number }
guide-number-within = { $fact }: { $least } to { $most }
guide-is-read = The policy is read this way: { $value } { $state }
guide-reading-in-use = (In use, so this point holds.)
guide-reading-not-in-use = (Not in use, so this point does not hold.)

## Criteria
guide-criteria = Criteria
guide-criteria-lead = These are all criteria of the policy, in the payer's order, in our own words, with what the program looks at for each.
guide-criterion-met = It is met when this holds:
guide-cited = Place in the policy
guide-used-by = Used by
guide-shown-by = Records that can show it
guide-name-in-file = Name in the file
guide-list-closed = The list in the policy is complete: nothing but { $facts } counts.
guide-list-open = The policy gives examples only, so others count too. This is about: { $facts }.

## Boundaries
guide-thresholds = Boundaries
guide-thresholds-lead = These tables show every boundary: what holds one below it, at it, and one above it.
guide-thresholds-days = Days are elapsed days. The day on which something began is day 0, and the next day is day 1. Only days are counted, never weeks or months.
guide-boundary-days = { $fact }: boundary at day { $days }
guide-boundary-number = { $fact }: boundary at { $number }
guide-asked-for = What is asked for
guide-asked-by = Asked for by
guide-days-ago = On day { $days }
guide-days-long = After { $days } days
guide-number = { $number }
guide-holds = holds
guide-holds-not = does not hold

## Readings
guide-readings = Open questions about the text
guide-readings-lead = The policy can be read in more than one way at these points. The program uses the default until the site settles the question in its configuration, with a reason and a date. Please look at each one.
guide-reading-title = Question { $number }: { $about } ({ $cite })
guide-reading-caption = The ways to read it, from the strictest to the most lenient
guide-reading-value = Reading
guide-reading-state = State
guide-strictest = strictest
guide-most-lenient = most lenient
guide-the-default = default
guide-settled-here = settled by the site
guide-in-use = in use
guide-reading-hangs = What hangs on it
guide-reading-decision = Decision of the site
guide-not-settled = Not settled. A request that hangs on it is marked for the payer.
guide-to-settle = To settle it, in the configuration
guide-settled = Settled: “{ $value }”
guide-settled-on = Settled on { $date }: “{ $value }” Reason: { $reason }

## Constraints
guide-constraints = Dates that cannot both be right
guide-constraints-lead = When answers break one of these points, there is no result until one of the dates is corrected.
guide-constraints-caption = Rules between dates
guide-constraint-rule = Rule
guide-constraint-says = What the office reads
guide-starts-after = { $later } cannot begin on a day before this: { $earlier }. The same day is possible.

## Questions
guide-questions = Questions
guide-questions-lead = The questions are listed in the order in which they are asked. The next question is always the first one in this order that can still change the result. A question that cannot change it is left out.
guide-questions-record = Where an answer can be "not on record", the office can always say so. It decides nothing, it is never taken for a no, and the question is not asked again. What cannot be decided without it stays open in the result.
guide-questions-free = The office can answer in its own words and answer several questions at once. Dates and free words are read back before they count. Any answer can be changed later.
guide-this-level = the level
guide-the-procedure = the procedure
guide-asked-when = When it is asked
guide-asked-first = Always, as the first question.
guide-asked-on-request = Never by itself. The office can say it or change it at any time.
guide-asked-needed = While this can still change the result and is not known: { $facts }.
guide-asked-levels = While this can still change the result: { $facts }. When several procedures are requested, each one's levels are asked before other questions.
guide-asked-documents = Once a path is met under the usual reading, for the records that can show what was told.
guide-asked-for_notes = Once a path is met under the usual reading, because a note depends on it. It decides nothing.
guide-several = Several can be chosen. One that is not chosen counts as a no.
guide-document-asked = The policy asks for it: { $cite }
guide-document-suggested = Our suggestion
guide-document-origin = Who asks for it
guide-level-count = The levels of a request together also give this: { $fact }.
guide-needed-for = Needed for:
guide-about-what = What the answer is about
guide-per-request = The request as a whole; asked once.
guide-per-procedure = Each procedure.
guide-per-place = Each level to be treated.
guide-typed-as = How to answer
guide-settles = Facts it settles
guide-supplied-by = Who can usually tell
guide-may-be-open = Possible. What hangs on it stays open, and the result names it as missing where it matters.
guide-never-open = Not offered for this question.
guide-again = Asked again
guide-again-when = On a later day, when the calendar alone has changed the result since the answer was given.
guide-choices-caption = Answers offered
guide-choice = Answer
guide-choice-sets = What it settles
guide-gives-procedure = The procedure requested.
guide-gives-document = This record is in hand. It can show: { $facts }.
guide-gives-nothing = Nothing by itself; what still matters is asked next.
guide-none-yet = not begun

## Documents
guide-documents = Records
guide-documents-lead = What the office tells counts for the criteria. A record in hand shows it. When a path is met only by what was told, the result names the records that are missing.
guide-documents-caption = The records and what each can show
guide-document = Record
guide-document-shows = What the office reads
guide-document-facts = Facts it can show
guide-documents-stated = The request itself states these, so no record has to show them: { $facts }.

## Notes
guide-notes = Notes
guide-notes-lead = Notes go with a result. They never change it.
guide-notes-caption = The notes and when each is shown
guide-note = Note
guide-note-when = When it is shown
guide-note-place = Where it stands
guide-note-if = While that is not known: { $note }
guide-note-above = Above the result
guide-note-beside = With the result
guide-note-below = Among the details
guide-note-outside = Not from the policy. Source: { $source }
guide-note-own = A sentence of our own
guide-note-always = With every result.
guide-note-where = When this holds:
guide-note-procedures = For: { $procedures }.
guide-note-dispositions = With these results: { $dispositions }.
guide-note-not-met = When this is not met: { $criterion }.
guide-note-unless = Unless this is not met: { $criterion }.
guide-note-together = When one request asks for all of these: { $procedures }.
guide-note-together-apart = When one request asks for all of these at different levels: { $procedures }.
guide-note-disagree = When the levels of one request get different results.

## Technology criteria and history
guide-tec = Technology criteria
guide-tec-lead = The policy names these criteria where it holds a use investigational.
guide-tec-caption = The technology criteria
guide-tec-text = Criterion
guide-tec-named = Named as not met for
guide-history = History of the text
guide-history-lead = A result cites these places of the policy's history when they are about what was looked at.
guide-history-caption = Updates that results cite
guide-history-update = Place in the policy
guide-history-about = What it is about

## Examples
guide-examples = Examples
guide-examples-lead = For each result, this is the shortest conversation among the policy's tested cases, as the program really holds it. Dates are read back and answers are summed up before the result; that is left out here.
guide-no-example = No tested case leads to this result in a conversation.
guide-example-day = This conversation takes place on { $day }. Questions asked: { $count }.
guide-example-result = What the office reads at the end:
guide-office = Office
guide-service = Program

## To be signed
guide-sign = Sign-off
guide-sign-statement = I have compared this handbook with the payer's policy, text through { $through }, and what it says of { $name } is right. This covers the files with these digests and no others.
guide-sign-name = Name
guide-sign-role = Role
guide-sign-date = Date
guide-sign-signature = Signature
guide-sign-changed = When a file changes, its digest changes, and this sign-off does not cover the new file.

## The pictures
graph-dialog = Questions: { $policy }
graph-criteria = Criteria: { $policy }
graph-dialog-about = The questions stand in the order in which they are asked; one that can no longer change the result is left out. Each answer stands beside its question, with what it settles.
graph-criteria-about = Each rule leads to its paths, each path to its criteria, and each criterion to what it looks at. What several lead to is drawn once and named elsewhere.
graph-see = See: { $what }
graph-rule = Rule for { $procedures }
graph-shared = Shared part: { $name }
graph-legend = Legend
graph-of-transcripts = Times seen, of { $count } transcripts
graph-of-sessions = Times seen, of { $count } stored sessions
graph-decided-of-transcripts = Times it decided the result, of { $count } transcripts
graph-decided-of-sessions = Times it decided the result, of { $count } stored sessions
graph-never = never
graph-times = { $count }×
graph-band = { $least } to { $most } times
graph-band-one = { $count } times
graph-stays-open = Decides nothing; stays open.
graph-kind-question = question
graph-kind-answer = answer
graph-kind-rule = rule or path
graph-kind-criterion = criterion or shared part
graph-kind-connective = how conditions are joined
graph-kind-test = what is looked at
graph-kind-see = drawn elsewhere
