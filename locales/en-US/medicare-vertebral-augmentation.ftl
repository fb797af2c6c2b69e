### An example policy: the words for dialogs/medicare-vertebral-augmentation.
### Each text stands on one line; only lists of phrases (between `|`) may be broken. The same ids, attributes and
### variables stand in every language. Questions never hint which answer would meet the policy, and criteria are put
### in our own words. `.phrases` are found in free text too; `.bare` counts only as an answer to that very question;
### `.cues` say whose a date or a number is. All are compared without capitals, accents and marks.

policy-title = Example of a Medicare policy on vertebroplasty and kyphoplasty
policy-short = Example: Medicare vertebral augmentation

## Questions

ask-procedure = Which procedure or procedures are you requesting?
    .label = Procedure
    .help = The policy is about vertebroplasty and kyphoplasty (bullet 1). Each procedure gets its own result. You can choose both.
    .hint = Name one or both, for example: kyphoplasty; or vertebroplasty and kyphoplasty.
    .aloud = Which procedure are you asking for: vertebroplasty, kyphoplasty, or another one? You can name more than one.

ask-level = Which level or levels is { $procedure } planned for in this session?
    .label = Levels
    .help = The policy names parts of the spine and counts the levels treated in one session (bullet 1). Please name every level of this session. Each level gets its own result.
    .hint = Type one or more levels, for example: L1; T12 and L1; L1-L3.
    .aloud = Which level or levels of the spine is { $procedure } planned for in this session? Please name them all.

ask-treated = What does the record say is being treated at { $place }?
    .label = Being treated
    .help = The policy speaks of certain fractures and tumors (bullet 2). Choose what the record names as the reason for this request.
    .aloud = Looking at the record, what is being treated at { $place }?

ask-fracture_age = How does the record describe the age of the fracture at { $place }?
    .label = Age of the fracture
    .help = The policy speaks of how old the fracture is (bullet 2). Choose the word that the imaging report or the note uses; please do not work it out from dates.
    .aloud = Does the record call the fracture at { $place } acute or subacute, or does it call it old?

ask-setting = Is the patient in the hospital now?
    .label = Where the patient is
    .help = The policy looks at pain in different ways for patients who are in the hospital and for those who are not (bullet 3). Answer as of today.
    .aloud = Is the patient in the hospital now, or not?
    .cues = hospital | hospitalized | admitted | admission | inpatient | outpatient

ask-pain = What is the latest pain score on the scale from 0 to 10?
    .label = Pain score
    .help = The policy uses the number the patient gives for the pain, from 0 for no pain to 10 for the worst pain (bullet 3). Use the latest score in the record.
    .hint = Type a whole number from 0 to 10, for example: 6; or 6/10.
    .aloud = What is the latest pain score in the record, on the scale from 0 to 10?
    .cues = pain | pain score | pain scale | pain level | NRS | VAS | NPRS | back pain

ask-despite = Does the pain stay this strong even with the best care without surgery?
    .label = Pain despite treatment
    .help = For patients who are not in the hospital, the policy asks about pain that goes on despite the best care without surgery, such as pain medicine, a brace or therapy (bullet 3). Answer as the notes say.
    .aloud = With the best care without surgery, such as pain medicine, a brace or therapy, does the pain stay this strong?
    .yes-phrases = despite meds | despite pain meds | despite medications | despite therapy | despite treatment | despite conservative treatment | despite conservative care | despite medication | despite optimal management | failed conservative treatment | failed conservative care | failed NSM | failed medical management | refractory
    .no-phrases = not treated yet | no treatment yet | treatment not tried | conservative care not tried | has not tried conservative care | controlled with medication

ask-course = How has the pain changed since it began?
    .label = Course of the pain
    .help = For patients who are not in the hospital, the policy asks how the pain goes on (bullet 4). Choose what the latest notes say.
    .aloud = How has the pain changed since it began: is it getting worse, the same, or better?

ask-kyphosis = Does the record show a kyphotic deformity (a forward bend of the spine) at { $place }?
    .label = Kyphotic deformity
    .help = This is one of four signs that the policy counts (bullet 4). Answer as the imaging report or the note says.
    .aloud = Does the record show a kyphotic deformity, which is a forward bend of the spine, at { $place }?
    .yes-phrases = kyphotic deformity | kyphosis | kyphotic | gibbus | kyphotic angulation
    .no-phrases = no kyphotic deformity | no kyphosis | without kyphosis | not kyphotic

ask-height_loss = How much height has the vertebra at { $place } lost, in percent?
    .label = Height loss in percent
    .help = This is one of four signs that the policy counts (bullet 4). Use the percent that the imaging report gives.
    .hint = Type a whole number from 0 to 100, for example: 40; or 40%.
    .aloud = How much height has the vertebra at { $place } lost, in percent, as the imaging report says?
    .cues = height loss | loss of height | vertebral height loss | body height loss | compressed

ask-function = Does the record say that daily function is impacted?
    .label = Daily function impacted
    .help = This is one of four signs that the policy counts (bullet 4). Daily function is, for example, dressing, bathing, cooking or sleeping.
    .aloud = Does the record say that the fracture makes daily life harder, for example dressing, bathing, cooking or sleeping?
    .yes-phrases = ADLs impacted | impaired ADLs | limited ADLs | daily function impacted | daily activities limited | cannot do ADLs | needs help with ADLs | needs help dressing
    .no-phrases = ADLs not impacted | independent in ADLs | independent with ADLs | daily function not impacted

ask-roland_morris = What is the Roland-Morris disability score, from 0 to 24?
    .label = Roland-Morris score
    .help = This is one of four signs that the policy counts (bullet 4). The Roland-Morris questionnaire (RMDQ) has 24 statements about back pain; the score is how many of them are true for the patient.
    .hint = Type a whole number from 0 to 24, for example: 12; or 12/24.
    .aloud = What is the score of the Roland-Morris disability questionnaire, from 0 to 24?
    .cues = RMDQ | RDQ | RMQ | Roland-Morris | Roland Morris | Roland-Morris score | Roland-Morris disability score | disability score

ask-imaging = What does imaging show at { $place }?
    .label = Imaging
    .help = The policy names signs of a new fracture on three kinds of imaging (bullet 2). If several were done, choose the one that shows a sign.
    .aloud = What does imaging show at { $place }: edema on an MRI, uptake on a bone scan, uptake on a SPECT/CT, or none of these signs? Please also tell me if it has not been done.

ask-imaging_date = When was the imaging of { $place } done?
    .label = Date of the imaging
    .help = The age of the imaging counts on the day of the request (bullet 7, taken from another guideline). Use the date of the images that this request rests on, not the date of the report.
    .hint = Type a date or how long ago it was, for example: 10/11/2026; 3 weeks ago; October 11.
    .aloud = When was the imaging of { $place } done? A date is best. You can also tell me how many days or weeks ago it was.
    .cues = MRI | imaging | scan | bone scan | SPECT | SPECT/CT | images | imaged

ask-pain_source = Does the record say that the pain comes from { $place }?
    .label = Pain comes from the level
    .help = The policy speaks of where the pain comes from (bullet 6). Answer as the exam or the note says.
    .aloud = Does the record say that the pain comes from the fracture or tumor at { $place }?
    .yes-phrases = pain from the fracture | pain at the level | pain from this level | concordant pain | point tenderness at the level
    .no-phrases = pain from another cause | pain is not from the fracture | pain from somewhere else | facet pain | radicular pain only

ask-exclusions = Does the record show an active infection or a pregnancy?
    .label = Infection or pregnancy
    .help = The policy speaks of active infection and of pregnancy (bullet 6). Active infection here means an infection that is there now, such as osteomyelitis or discitis. If the record speaks of one of them only, answer "not on record"; then each is asked alone.
    .aloud = Does the record show an active infection, such as osteomyelitis or discitis, or a pregnancy? You can also say none of these.

ask-infection = Does the record show an active infection, such as osteomyelitis or discitis?
    .label = Active infection
    .help = The policy speaks of active infection (bullet 6). Answer as the record says.
    .aloud = Does the record show an active infection, such as osteomyelitis or discitis?
    .yes-phrases = active infection | osteomyelitis | discitis | diskitis | sepsis | bacteremia | epidural abscess
    .no-phrases = no active infection | no infection | no osteomyelitis | no discitis | no signs of infection | infection ruled out

ask-pregnancy = Does the record show a pregnancy?
    .label = Pregnancy
    .help = The policy speaks of pregnancy (bullet 6). Where a pregnancy is not possible, answer no.
    .aloud = Does the record show a pregnancy? Where a pregnancy is not possible, please say no.
    .yes-phrases = pregnant | is pregnant | pregnancy
    .no-phrases = not pregnant | no pregnancy | postmenopausal | post-menopausal | male patient

ask-referral = Does the record show a referral for bone density evaluation and osteoporosis education?
    .label = Bone health referral
    .help = For fractures from osteoporosis the policy asks for this referral as a record (bullet 5). It covers both: an evaluation of bone density and education about osteoporosis.
    .aloud = Does the record show a referral for an evaluation of bone density and for osteoporosis education?
    .yes-phrases = referred for DEXA | DEXA referral | bone density referral | bone health referral | referred for bone density | referred to osteoporosis clinic | osteoporosis referral
    .no-phrases = no DEXA referral | no bone density referral | no bone health referral | no osteoporosis referral | not referred for bone density

ask-cautions = Does the record show any of these cautions?
    .label = Cautions
    .help = None of these decides the result. The policy asks for care where one of them is there, so the request should have a note about it (bullet 6).
    .aloud = Does the record show an unstable spine, harm to the spinal cord or a nerve, a bleeding disorder, an allergy to the cement, or more than three fractures? You can name several, or say none of these.

ask-documents = Which of these records do you have in hand?
    .label = Records in hand
    .help = A result is ready to submit when records show what was told here. The policy asks for one record only, and only for fractures from osteoporosis (bullet 5); the others are our suggestion.
    .hint = Choose or type all that you have, for example: clinical note and imaging report; all; none.
    .aloud = I will read a list of records. Please tell me which of them you have in hand.

## Choices: procedure

choice-procedure-vertebroplasty = Vertebroplasty
    .inline = vertebroplasty
    .phrases = vertebroplasty | percutaneous vertebroplasty | vertebro | verteb | PVP | VP
choice-procedure-kyphoplasty = Kyphoplasty
    .inline = kyphoplasty
    .phrases = kyphoplasty | percutaneous kyphoplasty | balloon kyphoplasty | balloon | kypho | PKP | BKP | KP
choice-procedure-other_augmentation = Another augmentation procedure
    .inline = the other augmentation procedure
    .phrases = other augmentation | another device | other device | sacroplasty | implant augmentation | spinejack | spine jack | kiva | vertebral stent | stentoplasty
    .bare = other | something else | another | another one

## Choices: what is treated

choice-treated-new_fracture = Acute or subacute osteoporotic fracture
    .phrases = acute osteoporotic fracture | subacute osteoporotic fracture | acute or subacute osteoporotic fracture | acute osteoporotic compression fracture | subacute osteoporotic compression fracture | acute osteoporotic vcf | subacute osteoporotic vcf | new osteoporotic fracture | acute osteoporotic fx | subacute osteoporotic fx
choice-treated-old_fracture = Old (chronic) osteoporotic fracture
    .phrases = old osteoporotic fracture | chronic osteoporotic fracture | healed osteoporotic fracture | chronic osteoporotic compression fracture | old osteoporotic compression fracture | chronic osteoporotic vcf
choice-treated-undated_fracture = Osteoporotic fracture, age not stated
    .phrases = osteoporotic fracture age not stated | osteoporotic compression fracture | osteoporotic fracture | osteoporotic vcf | osteoporotic fx | fragility fracture | osteoporosis fracture | fracture from osteoporosis | osteoporosis
choice-treated-metastasis = Lytic metastasis (breaks down bone)
    .phrases = lytic metastasis | osteolytic metastasis | lytic metastases | osteolytic metastases | lytic mets | osteolytic mets | lytic met
    .bare = metastasis | mets
choice-treated-myeloma = Multiple myeloma
    .phrases = multiple myeloma | myeloma | lytic myeloma | myeloma lesion
    .bare = MM
choice-treated-other = Something else
    .phrases = none of these reasons
    .bare = other | something else | none of these

choice-fracture_age-acute_or_subacute = Acute or subacute
    .phrases = acute | subacute | sub-acute | acute or subacute | recent fracture | new fracture | acute fracture | subacute fracture
    .bare = new | recent | fresh
choice-fracture_age-chronic = Old (chronic)
    .phrases = chronic fracture | old fracture | healed fracture
    .bare = chronic | old | healed

## Choices: pain

choice-setting-hospital = In the hospital
    .phrases = in the hospital | hospitalized | hospitalised | admitted | inpatient | in hospital | admitted to the hospital
    .bare = yes | hospital
choice-setting-not_in_hospital = Not in the hospital
    .phrases = not in the hospital | not hospitalized | not hospitalised | not admitted | not an inpatient | outpatient | at home | not in hospital | discharged home
    .bare = no | home | clinic

choice-course-worsening = Getting worse
    .phrases = worsening pain | pain is worsening | pain is getting worse | getting worse | worsening | pain worse | pain increasing
    .bare = worse | increasing
choice-course-stable = About the same
    .phrases = stable pain | pain is stable | pain unchanged | pain is unchanged | pain is the same | about the same
    .bare = stable | unchanged | same | the same
choice-course-improved = Better
    .phrases = pain improved | pain is improved | pain improving | pain is better | pain has improved | improved pain
    .bare = better | improved | improving | a bit better | somewhat better

## Choices: imaging

choice-imaging-mri_edema = MRI with bone marrow edema
    .phrases = MRI with bone marrow edema | MRI with edema | MRI shows edema | MRI edema | bone marrow edema | marrow edema | edema on MRI | edema on the MRI | STIR signal | STIR positive
    .bare = edema | MRI positive
choice-imaging-bone_scan_uptake = Bone scan with uptake
    .phrases = bone scan with uptake | uptake on bone scan | bone scan positive | positive bone scan | bone scan shows uptake | hot bone scan
    .bare = bone scan
choice-imaging-spect_ct_uptake = SPECT/CT with uptake
    .phrases = SPECT/CT with uptake | SPECT with uptake | uptake on SPECT/CT | uptake on SPECT | SPECT/CT positive | positive SPECT/CT | SPECT positive
    .bare = SPECT | SPECT/CT
choice-imaging-no_sign = Done, and none of these signs
    .phrases = no bone marrow edema | no marrow edema | no edema | no uptake | MRI negative | bone scan negative | SPECT negative | negative MRI | no edema and no uptake
    .bare = none | negative | none of these | none of these signs
choice-imaging-not_done = Not done yet
    .phrases = imaging not done | MRI not done | MRI not done yet | no MRI yet | MRI pending | MRI ordered | MRI scheduled | imaging pending | no imaging yet
    .bare = not done | not done yet | pending | ordered | scheduled | not yet

## Choices: infection, pregnancy, cautions

choice-exclusions-infection = Active infection
    .phrases = active infection | infection | osteomyelitis | discitis | diskitis | sepsis | epidural abscess
choice-exclusions-pregnancy = Pregnancy
    .phrases = pregnancy | pregnant | is pregnant
    .no-phrases = postmenopausal | post-menopausal | male patient

choice-cautions-instability = Unstable spine
    .phrases = unstable spine | instability | unstable | unstable fracture | spinal instability
    .no-phrases = stable | stable spine | spine is stable | stable fracture
choice-cautions-neurologic = Spinal cord or nerve problem
    .phrases = spinal cord problem | nerve problem | neurologic compromise | neuro compromise | neuro deficit | neurologic deficit | cord compression | myelopathy | radiculopathy
    .no-phrases = neuro intact | neurologically intact | neurologic exam normal | normal neuro exam | neuro exam normal
choice-cautions-bleeding = Bleeding disorder
    .phrases = bleeding disorder | clotting disorder | coagulopathy | blood thinner | blood thinners | anticoagulated | on warfarin | warfarin | thrombocytopenia | low platelets
choice-cautions-allergy = Cement allergy
    .phrases = cement allergy | allergy to cement | allergic to cement | PMMA allergy | allergic to PMMA
choice-cautions-many_fractures = More than three fractures
    .phrases = more than three fractures | more than 3 fractures | four fractures | 4 fractures | five fractures | 5 fractures | many fractures

## Records

document-clinical_note = Clinical note
    .phrases = clinical note | clinic note | office note | progress note | H&P | history and physical | chart note | visit note | clinicals | office notes
    .shows = What is treated, the pain score and how the pain goes on, daily function, and what is said about infection and pregnancy.
document-imaging_report = Imaging report
    .phrases = imaging report | MRI report | bone scan report | SPECT/CT report | radiology report | imaging
    .shows = What the imaging shows, its date, the loss of height and the bend of the spine.
    .bare = MRI | bone scan | SPECT/CT
document-oncology_record = Oncology record
    .phrases = oncology record | oncology note | pathology report | biopsy report | cancer record
    .shows = What kind of tumor it is.
document-disability_questionnaire = Disability questionnaire
    .phrases = disability questionnaire | Roland-Morris questionnaire | RMDQ | RMDQ form
    .shows = The Roland-Morris score and daily function.
document-bone_health_referral = Bone health referral
    .phrases = bone health referral | bone density referral | DEXA referral | osteoporosis referral | referral
    .shows = The referral for bone density evaluation and osteoporosis education.

## Facts

fact-procedure = Procedure
fact-spinal_region = Part of the spine
fact-levels_in_session = Levels in one session
fact-fracture = Kind of fracture
fact-tumor = Bone tumor
fact-fracture_age = Age of the fracture
fact-setting = Where the patient is
fact-pain_score = Pain score
fact-pain_despite_management = Pain despite the best care without surgery
fact-pain_course = Course of the pain
fact-kyphotic_deformity = Kyphotic deformity
fact-height_loss = Loss of vertebral height
fact-function_impacted = Daily function
fact-roland_morris = Roland-Morris score
fact-imaging = Imaging
fact-imaging_date = Date of the imaging
fact-pain_from_level = Source of the pain
fact-active_infection = Active infection
fact-pregnancy = Pregnancy
fact-bone_health_referral = Bone health referral
fact-instability = Unstable spine
fact-neurologic_compromise = Spinal cord or nerve problem
fact-bleeding_disorder = Bleeding disorder
fact-cement_allergy = Cement allergy
fact-more_than_three_fractures = More than three fractures

## Criteria, in our own words

criterion-level = The level to be treated is between T1 and L5.
    .short = Level from T1 to L5
criterion-session = At most 3 levels are treated in one session.
    .short = At most 3 levels in one session
criterion-osteoporotic = An osteoporotic compression fracture is acute or subacute, and an MRI with edema, or a bone scan or SPECT/CT with uptake, shows it.
    .short = New osteoporotic fracture shown by imaging
criterion-tumor = The level has a metastasis that breaks down bone, or multiple myeloma.
    .short = Lytic metastasis or myeloma at the level
criterion-pain = The pain score is 8 or more in the hospital; or, not in the hospital, it is 5 or more despite the best care without surgery.
    .short = Pain score
criterion-course = Not in the hospital: the pain is getting worse; or it is the same or better, is still 5 or more, and comes with at least 2 of 4 signs. The signs are a height loss of more than 25 percent, a kyphotic deformity, a Roland-Morris score of more than 17, and an impact on daily function. In the hospital this point does not apply.
    .short = Course of the pain, with 2 of 4 signs if it is not getting worse
criterion-referral = The patient was referred for bone density evaluation and osteoporosis education.
    .short = Bone health referral
criterion-pain_source = The pain comes from the fracture or tumor at the level to be treated.
    .short = Pain from this level
criterion-no_infection = There is no active infection, such as osteomyelitis or discitis.
    .short = No active infection
criterion-not_pregnant = There is no pregnancy.
    .short = No pregnancy
criterion-imaging_age = On the day of the request the imaging is no older than 6 months, counted here as 184 days. This point comes from another guideline.
    .short = Imaging no older than 6 months

path-fracture = Fracture path: new osteoporotic fracture
path-tumor = Tumor path: lytic metastasis or myeloma

disposition-investigational = By your answers, no path of the policy is met, so the policy does not support this use.
    .short = Not supported by the policy

rule-augmentation = The example policy names two paths for vertebroplasty and kyphoplasty and what both of them require. It supports no other use.

## Readings: where the policy can be read in two ways

reading-six_months = The policy does not say how to count 6 months. They can be read as 180 days, or as up to 184 days, the longest that 6 months on a calendar can be.
reading-six_months-days_180 = Only imaging that is at most 180 days old counts.
reading-six_months-days_184 = Imaging that is up to 184 days old counts.

## Who can usually supply an answer

supplier-scheduling = the order or the scheduling desk
supplier-clinician = the clinician's note
supplier-radiology = the radiology report
supplier-records = the medical records desk

## Notes

note-caution = Cautions are on record. They do not exclude the procedure, but the request should say why it is still planned.
    .if = If the record shows an unstable spine, a spinal cord or nerve problem, a bleeding disorder, a cement allergy or more than three fractures, the request should say why the procedure is still planned.
note-instability = Unstable spine: add a note from the clinician about it.
note-neurologic_compromise = Spinal cord or nerve problem: add a note from the clinician about it.
note-bleeding_disorder = Bleeding disorder: add a note from the clinician about it.
note-cement_allergy = Cement allergy: add a note from the clinician about it.
note-more_than_three_fractures = More than three fractures: add a note from the clinician about it.
note-ask_the_contractor = Ask the Medicare contractor how this request is handled.
note-may_still_submit = You may still submit the request; the payer decides.
note-levels_differ = The levels have different results. Each result is for its own level.
note-imaging_age_source = The limit of 6 months for the imaging is not in the sources of this example policy.
    .source = another guideline on imaging before this procedure
