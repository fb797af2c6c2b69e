### Vertebroplasty, kyphoplasty and sacroplasty: the words for dialogs/vertebral-augmentation.
### Each text stands on one line; only lists of phrases (between `|`) may be broken. The same ids, attributes and
### variables stand in every language. Questions never hint which answer would meet the policy, and criteria are put
### in our own words. `.phrases` are found in free text too; `.bare` counts only as an answer to that very question.
### Both are compared without capitals, accents and marks, so each is written once.

policy-title = Percutaneous vertebroplasty, kyphoplasty and sacroplasty
policy-short = Vertebral augmentation

## Questions

ask-procedure = Which procedure or procedures are you requesting?
    .label = Procedure
    .help = The policy has separate rules for these procedures (Policy section), so each one gets its own result. You can choose more than one.
    .hint = Name one or more, for example: kyphoplasty; or vertebroplasty and sacroplasty.
    .aloud = Which procedure are you asking for: vertebroplasty, kyphoplasty, sacroplasty, or another one? You can name more than one.

ask-cause = What does the record say is being treated at { $place }?
    .label = Being treated
    .help = The policy sorts requests by what is being treated (Policy, bullets 1 to 3, and Update 2005). Choose what the record names as the reason for this request.
    .aloud = Looking at the record, what is being treated at { $place }?

ask-fracture = What kind of fracture does the record show at { $place }?
    .label = Kind of fracture
    .help = The policy speaks of certain kinds of fracture (Policy, bullets 1 to 3). Choose what the note or the imaging report says.
    .aloud = What kind of fracture, if any, does the record show at { $place }?

ask-fracture_cause = What does the record give as the cause of the fracture at { $place }?
    .label = Cause of the fracture
    .help = The cause decides which part of the policy applies (Policy, bullets 1 to 3). Choose the cause that is written in the record; please do not guess it from other facts.
    .aloud = What cause of the fracture at { $place } is written in the record?

ask-lesion = What does the record say about a bone lesion or tumor at { $place }?
    .label = Bone lesion or tumor
    .help = One part of the policy is about bone lesions (Policy, bullet 3). A lytic lesion is one that breaks down bone.
    .aloud = What does the record say about a bone lesion or tumor at { $place }? A lytic lesion is one that breaks down bone.

ask-intent = What is the procedure at { $place } meant to treat?
    .label = Purpose
    .help = A note in the policy's history describes what the procedure is used for (Update 2005). Choose the purpose that the order or the note gives.
    .aloud = What is the procedure at { $place } meant to treat, as the order or the note says?

ask-onset = When did the fracture at { $place } start?
    .label = Fracture began
    .help = The policy counts how old the fracture is in days (Policy, bullet 2). A date is best, because the days are counted again each time the case is opened.
    .hint = Type a date or how long ago it was, for example: March 3, 2026; 10/11/2026; 3 weeks ago; about two months.
    .aloud = When did the fracture at { $place } start? A date is best. You can also tell me how many days or weeks ago it was.
    .cues = fracture | fractured | fx | frx | vcf | compression fracture | broke | break | fell | fall | injury | onset | date of fracture | date of injury

ask-hospital = Was the patient in the hospital for pain from the fracture at { $place }?
    .label = Hospital care for pain
    .help = One part of the policy speaks of hospital care for pain (Policy, bullet 2) and does not define it. For that reason, emergency or observation care is listed apart from an inpatient stay.
    .aloud = Was the patient in the hospital for pain from the fracture at { $place }? Please tell me if it was the emergency room, observation, or an inpatient stay.
    .cues = hospital | hospitalized | hospitalization | admitted | admission | inpatient | observation | emergency room | ER | ED

ask-ambulation = How does the patient walk with the pain from the fracture at { $place }?
    .label = Walking
    .help = One part of the policy speaks of how the pain affects walking (Policy, bullet 2). Choose what the latest note says.
    .aloud = With the pain from the fracture at { $place }, how does the patient walk: without help, with an aid or a helper, or not at all?

ask-treatment = When did conservative treatment of the fracture at { $place } start, and when did it end if it has stopped?
    .label = Conservative treatment
    .help = Conservative treatment is care without a procedure, such as pain medicine, physical therapy or rest; other kinds count too. The policy counts how long it has lasted (Policy, bullet 1), and this is not the same as how old the fracture is.
    .hint = Type when it began and, if it has stopped, when it ended. For example: since March 3, 2026; 9/1/2026 to 9/20/2026; 3 weeks of PT; none yet.
    .aloud = When did conservative treatment of the fracture at { $place } start? That is care without a procedure, such as pain medicine, physical therapy or rest. If it has stopped, when did it end?
    .cues = treatment | treated | conservative | conservative treatment | conservative care | conservative management | nonoperative | non-operative | nonsurgical | therapy | physical therapy | PT | pain medicine | pain meds | pain medication | analgesics | nsaid | nsaids | opioids | brace | bracing | TLSO | bed rest | rest

ask-response = How did the pain from the fracture at { $place } respond to conservative treatment?
    .label = Response to treatment
    .help = The policy speaks of the response to conservative treatment (Policy, bullet 1) and does not define every case. Choose what the treatment notes say, as of today.
    .aloud = How did the pain from the fracture at { $place } respond to conservative treatment, as the notes describe it?

ask-symptomatic = Does the fracture at { $place } cause symptoms now, such as pain?
    .label = Symptoms
    .help = The parts of the policy about fractures speak of symptoms (Policy, bullets 1 and 2). Answer as the latest note describes it.
    .aloud = Does the fracture at { $place } cause symptoms now, such as pain?
    .yes-phrases = symptomatic | painful | in pain | has pain | having pain | back pain at the fracture | it hurts | hurts a lot | tender | point tenderness | still hurts
    .no-phrases = asymptomatic | no symptoms | no pain | pain free | painless | not painful | incidental finding

ask-severe_pain = Does the record describe the pain from the bone lesion at { $place } as severe?
    .label = Severe pain from the lesion
    .help = The part of the policy about bone lesions speaks of how strong the pain is (Policy, bullet 3). Answer as the note describes it.
    .aloud = Does the record describe the pain from the bone lesion at { $place } as severe?
    .yes-phrases = severe pain | severely painful | intense pain | intractable pain | excruciating | debilitating pain | pain is severe
    .no-phrases = mild pain | moderate pain | no severe pain | not severe | pain is controlled | pain is mild | pain is moderate

ask-level = Which level or levels is { $procedure } requested for?
    .label = Levels
    .help = The level says which part of the spine is treated, and the policy names parts of the spine (Description, and Policy, bullet 3). Each level gets its own result.
    .hint = Type one or more levels, for example: L1; T12 and L1; L1-L3.
    .aloud = Which level or levels of the spine is { $procedure } requested for?

ask-mri = What does the MRI say about bone marrow edema at { $place }?
    .label = MRI
    .help = The policy names MRI among the imaging studies it speaks of (Policy, bullet 3, first circle). Choose what the report says.
    .aloud = What does the MRI report say about bone marrow edema at { $place }? If there is no MRI, please tell me if it has not been done or cannot be done.

ask-bone_scan = What does the bone scan say about { $place }?
    .label = Bone scan
    .help = The policy names the bone scan among the imaging studies it speaks of (Policy, bullet 3, first circle). Positive means that the report shows a fracture at this level.
    .aloud = What does the bone scan report say about { $place }? If there is no bone scan, please tell me if it has not been done or cannot be done.

ask-spect_ct = What does the SPECT/CT say about { $place }?
    .label = SPECT/CT
    .help = The policy names SPECT/CT among the imaging studies it speaks of (Policy, bullet 3, first circle). Positive means that the report shows a fracture at this level.
    .aloud = What does the SPECT/CT report say about { $place }? If there is no SPECT/CT, please tell me if it has not been done or cannot be done.

ask-osteomyelitis = Does the record show osteomyelitis (bone infection) at { $place } or anywhere else?
    .label = Osteomyelitis
    .help = The policy speaks of bone infection and where it is (Policy, bullet 3, second circle). Answer as the record says.
    .aloud = Does the record show osteomyelitis, which is a bone infection, at { $place } or anywhere else?

ask-instability = Does the record show an unstable vertebral fracture at { $place } or at any other level?
    .label = Unstable fracture
    .help = The policy speaks of unstable vertebral fractures and does not say at which level (Policy, bullet 3, third circle). Answer as the record says.
    .aloud = Does the record show an unstable vertebral fracture at { $place } or at any other level?

ask-line_of_business = Which kind of plan does the member have?
    .label = Kind of plan
    .help = The kind of plan changes none of the criteria. For federal members, the policy points to the member's contract for benefits (Benefit Applications).
    .aloud = Which kind of plan does the member have: the Federal Employee Program, or a commercial plan?

ask-documents = Which of these records do you have in hand?
    .label = Records in hand
    .help = The policy does not list documents. This list is our suggestion: each record can show some of the facts you gave.
    .hint = Choose or type all that you have, for example: clinical note and MRI report; all; none.
    .aloud = I will read a list of records. Please tell me which of them you have in hand.

## Choices: procedure

choice-procedure-vertebroplasty = Vertebroplasty
    .inline = vertebroplasty
    .phrases = vertebroplasty | percutaneous vertebroplasty | vertebro | verteb | PVP | VP
choice-procedure-kyphoplasty = Kyphoplasty
    .inline = kyphoplasty
    .phrases = kyphoplasty | percutaneous kyphoplasty | balloon kyphoplasty | balloon | kypho | PKP | BKP | KP
choice-procedure-sacroplasty = Sacroplasty
    .inline = sacroplasty
    .phrases = sacroplasty | percutaneous sacroplasty | sacro | sacral augmentation | sacral cement | sacral vertebroplasty | sacral kyphoplasty
choice-procedure-other_augmentation = Another augmentation procedure
    .inline = the other augmentation procedure
    .phrases = other augmentation | another device | other device | mechanical augmentation | implant augmentation | spinejack | spine jack | kiva | vertebral stent | vertebral body stenting | stentoplasty | osseofix | structural implant
    .bare = other | something else | another | another one

## Choices: what is treated

choice-cause-osteoporotic_fracture = Osteoporotic compression fracture
    .phrases = osteoporotic compression fracture | osteoporotic fracture | osteoporotic vertebral fracture | osteoporotic vcf | osteoporotic fx | osteoporosis fracture | fracture from osteoporosis | vcf from osteoporosis | vcf due to osteoporosis | fracture due to osteoporosis | osteoporosis | osteoporotic | fragility fracture | fragility fx | OVCF
choice-cause-injury_fracture = Fracture from an injury
    .phrases = fracture from an injury | traumatic fracture | trauma fracture | traumatic vcf | traumatic fx | fracture from trauma | fracture from injury | fracture due to injury | fracture due to an injury | fracture from a car accident | car accident | MVA | MVC | high energy trauma | burst fracture from trauma
    .bare = injury | trauma | traumatic | accident
choice-cause-metastasis = Lytic metastasis (breaks down bone)
    .phrases = lytic metastasis | osteolytic metastasis | lytic metastases | osteolytic metastases | lytic mets | osteolytic mets | lytic met | lytic bone mets
choice-cause-myeloma = Lytic myeloma (breaks down bone)
    .phrases = multiple myeloma | lytic myeloma | osteolytic myeloma | myeloma lesion | MM lesion
    .bare = myeloma | MM
choice-cause-plasmacytoma = Plasmacytoma (breaks down bone)
    .phrases = plasmacytoma | solitary plasmacytoma | lytic plasmacytoma | SBP
choice-cause-preventive = Prevention, no fracture at this level
    .phrases = prophylactic | prophylaxis | prophylactic cement | preventive | prevention | to prevent a fracture | adjacent level prevention | no fracture there, preventive
choice-cause-chronic_pain = Long-term back pain, no fracture
    .phrases = chronic back pain | long-term back pain | chronic low back pain | chronic LBP | CLBP | chronic pain without fracture
    .bare = chronic pain | back pain | LBP
choice-cause-other = Another reason
    .phrases = none of these reasons
    .bare = other | something else | none of these

## Choices: fracture

choice-fracture-none = No fracture
    .phrases = no fracture | no fx | without fracture | not fractured | fracture ruled out | intact vertebra
    .bare = none | no
choice-fracture-compression = Compression fracture
    .phrases = compression fracture | vertebral compression fracture | compression fx | VCF | wedge fracture | wedge compression | vertebral collapse | compression deformity
    .bare = compression | wedge
choice-fracture-other = Another kind of fracture
    .phrases = another kind of fracture | other fracture | burst fracture | burst fx | chance fracture | pathologic fracture | pathological fracture | split fracture
    .bare = other | another | burst | pathologic

choice-fracture_cause-osteoporotic = Due to osteoporosis
    .phrases = osteoporosis | osteoporotic | fragility | fragility fracture | low bone density | due to osteoporosis
choice-fracture_cause-trauma = Due to an injury
    .phrases = traumatic | due to trauma | from trauma | car accident | MVA | MVC | high energy trauma
    .bare = trauma | injury | accident
choice-fracture_cause-tumor = Due to a tumor
    .phrases = due to tumor | from a tumor | malignant fracture | due to metastasis | due to myeloma | due to cancer
    .bare = tumor | cancer | malignancy | malignant | metastasis | myeloma | mets
choice-fracture_cause-other = Due to another cause
    .phrases = another cause | other cause | a different cause
    .bare = other | another | something else

choice-lesion-none = No lesion or tumor
    .phrases = no lesion | no lesions | no tumor | no malignancy | no cancer | no mets | no metastasis | no metastases
    .bare = none | no
choice-lesion-osteolytic_myeloma = Lytic lesion from multiple myeloma
    .phrases = lytic lesion from myeloma | lytic lesion from multiple myeloma | lytic myeloma | osteolytic myeloma | myeloma lesion | multiple myeloma
    .bare = myeloma | MM
choice-lesion-osteolytic_metastasis = Lytic lesion from a metastasis
    .phrases = lytic lesion from a metastasis | lytic metastasis | osteolytic metastasis | lytic metastases | osteolytic metastases | lytic mets | osteolytic mets | lytic met
choice-lesion-osteolytic_plasmacytoma = Lytic lesion from a plasmacytoma
    .phrases = lytic lesion from a plasmacytoma | plasmacytoma | solitary plasmacytoma
choice-lesion-osteolytic_other = Lytic lesion from another cause
    .phrases = other lytic lesion | other osteolytic lesion | lytic hemangioma | aggressive hemangioma | lytic lymphoma
    .bare = other lytic
choice-lesion-not_osteolytic = Lesion that is not lytic
    .phrases = not lytic | not osteolytic | non-lytic | nonlytic | blastic | osteoblastic | sclerotic | blastic metastasis | blastic mets | sclerotic metastasis

choice-intent-this_fracture_or_lesion = A fracture or lesion at this level
    .phrases = fracture at this level | lesion at this level | this fracture | this lesion | treat the fracture | treat the lesion
    .bare = fracture | lesion | fx
choice-intent-prophylactic = Prevention of a later fracture
    .phrases = prophylactic | prophylaxis | preventive | prevention | to prevent a fracture
choice-intent-chronic_back_pain = Long-term back pain
    .phrases = chronic back pain | long-term back pain | chronic low back pain | chronic LBP | CLBP
    .bare = chronic pain | back pain | LBP

## Choices: hospital, walking, treatment

choice-hospital-no = Not in the hospital for this pain
    .phrases = not hospitalized | not hospitalised | never hospitalized | not in the hospital | not admitted | no admission | no hospital stay | no hospitalization | outpatient only | at home | stayed home | home the whole time | was not admitted | never admitted | never been admitted | did not admit her | did not admit him | denied admission | denies hospitalization | not an inpatient
    .bare = no | never | none | home | outpatient
choice-hospital-ed_or_observation = Emergency room or observation only
    .phrases = emergency room | emergency department | ER | ED | ER visit | ED visit | went to the ER | went to the ED | seen in the ER | seen in the ED | sent home | sent her home | sent him home | discharged from the ER | discharged from the ED | observation | under observation | observation stay | observation only | obs | obs stay | 23 hour obs | 23-hour observation | urgent care
choice-hospital-inpatient = Admitted as an inpatient
    .phrases = admitted | was admitted | inpatient | admitted inpatient | inpatient stay | inpatient admission | hospitalized | hospitalised | in the hospital | been in the hospital | hospital stay | hospital admission | admitted for pain | admitted for pain control
    .bare = admission

choice-ambulation-independent = Walks without help
    .phrases = walks without help | walks independently | ambulates independently | independent ambulation | independently ambulatory | walks fine | walks on her own | walks on his own | walks on their own | ambulatory | walking fine | still walking | able to walk | can walk
    .bare = independent | independently | walks | walking | fine
choice-ambulation-with_aid = Walks with an aid or a helper
    .phrases = walks with an aid | walks with help | with a walker | uses a walker | rolling walker | with a cane | uses a cane | walks with assistance | ambulates with assistance | assisted ambulation | assistive device | gets around with a walker | walks with a helper | standby assist | contact guard | min assist | cannot walk without a walker | can't walk without a walker | unable to walk without a walker | cannot walk without a cane | cannot walk without help | can't walk without help | unable to walk without help | only walks with a walker
    .bare = walker | cane | aid | with help | crutches
choice-ambulation-unable = Cannot walk
    .phrases = cannot walk | can't walk | can not walk | unable to walk | unable to ambulate | cannot ambulate | can't ambulate | not able to walk | non-ambulatory | nonambulatory | not walking | bed-bound | bedbound | bedridden | confined to bed | stuck in bed | can't get out of bed | unable to get out of bed
    .bare = unable | not at all

choice-treatment-none_yet = No treatment yet
    .phrases = no treatment yet | no treatment | not treated yet | not started | has not started | hasn't started | treatment not started | no conservative treatment | no conservative care | no therapy yet
    .bare = none yet | none | not yet | no

choice-response-failed = Did not respond
    .phrases = failed | has failed | failing | still failing | failed treatment | failed conservative | failed conservative treatment | failed conservative care | failed PT | failed therapy | failed to respond | no response | not responding | did not respond | didn't respond | no improvement | not improved | no better | not better | no relief | did not help | didn't help | not helping | didn't work | did not work | refractory
choice-response-partial = Some relief, but pain goes on
    .phrases = partial relief | partial response | partial improvement | some relief | some improvement | slight improvement | slightly better | a bit better | a little better | somewhat better | better but still hurts | improved but still painful | helped a little | helped some | minimal relief | slight relief | little relief
    .bare = partial | partially | some | a little | a bit
choice-response-intolerant = Could not tolerate it
    .phrases = could not tolerate | couldn't tolerate | cannot tolerate | can't tolerate | did not tolerate | didn't tolerate | unable to tolerate | not tolerated | intolerant | intolerance | stopped because of side effects | side effects
choice-response-responded = Responded to treatment
    .phrases = responded well | responded to treatment | responding well | good response | much better | a lot better | pain resolved | pain is gone | resolved with treatment | improved with treatment | pain controlled with treatment | treatment worked
    .bare = responded | resolved | worked

## Choices: imaging

choice-mri-edema = Bone marrow edema
    .phrases = bone marrow edema | marrow edema | MRI edema | MRI with edema | MRI shows edema | MRI showed edema | MRI positive for edema | edema on MRI | edema on the MRI | STIR signal | STIR positive | STIR hyperintensity | BME
    .bare = edema | positive
choice-mri-no_edema = No bone marrow edema
    .phrases = no bone marrow edema | no marrow edema | no edema | without edema | MRI no edema | MRI without edema | MRI negative for edema | MRI shows no edema | no edema on MRI | no STIR signal | STIR negative | MRI negative | no evidence of edema | no evidence of marrow edema | edema not seen | edema is absent | no MRI edema | no acute edema
    .bare = no | negative | none
choice-mri-not_done = MRI not done yet
    .phrases = MRI not done | MRI not done yet | no MRI yet | MRI pending | MRI ordered | MRI scheduled | awaiting MRI | waiting for the MRI | have not done the MRI
    .bare = no MRI | not done | not done yet | pending | ordered | scheduled | not yet | CT only | only a CT | just a CT | only have a CT | X-ray only | only an X-ray | plain X-ray only | just an X-ray
choice-mri-unavailable = MRI cannot be done
    .phrases = MRI cannot be done | MRI can't be done | cannot have MRI | can't have MRI | cannot have an MRI | can't have an MRI | MRI not possible | no MRI possible | MRI contraindicated | contraindication to MRI | MRI unavailable | MRI not available | pacemaker | not MRI compatible
    .bare = cannot be done | not possible | unavailable | contraindicated

choice-bone_scan-positive = Bone scan positive
    .phrases = bone scan positive | positive bone scan | bone scan hot | hot bone scan | bone scan confirms | bone scan confirms fracture | bone scan shows uptake | uptake on bone scan | increased uptake on bone scan | bone scan shows fracture
    .bare = positive | hot | uptake
choice-bone_scan-negative = Bone scan negative
    .phrases = bone scan negative | negative bone scan | bone scan cold | cold bone scan | bone scan normal | normal bone scan | no uptake on bone scan | bone scan shows no uptake
    .bare = negative | cold | no uptake | normal | no
choice-bone_scan-not_done = Bone scan not done yet
    .phrases = bone scan not done | bone scan not done yet | no bone scan yet | bone scan pending | bone scan ordered | bone scan scheduled | awaiting bone scan | waiting for the bone scan
    .bare = no bone scan | not done | not done yet | pending | ordered | scheduled | not yet
choice-bone_scan-unavailable = Bone scan cannot be done
    .phrases = bone scan cannot be done | bone scan can't be done | cannot have a bone scan | can't have a bone scan | bone scan not possible | no bone scan possible | bone scan contraindicated | bone scan unavailable | bone scan not available
    .bare = cannot be done | not possible | unavailable | contraindicated

choice-spect_ct-positive = SPECT/CT positive
    .phrases = SPECT/CT positive | SPECT positive | positive SPECT/CT | positive SPECT | SPECT/CT confirms | SPECT/CT confirms fracture | SPECT/CT shows uptake | SPECT shows uptake | uptake on SPECT/CT | uptake on SPECT | SPECT/CT shows fracture
    .bare = positive | hot | uptake
choice-spect_ct-negative = SPECT/CT negative
    .phrases = SPECT/CT negative | SPECT negative | negative SPECT/CT | negative SPECT | SPECT/CT cold | SPECT/CT normal | no uptake on SPECT/CT | no uptake on SPECT
    .bare = negative | cold | no uptake | normal | no
choice-spect_ct-not_done = SPECT/CT not done yet
    .phrases = SPECT/CT not done | SPECT not done | SPECT/CT not done yet | no SPECT/CT yet | no SPECT yet | SPECT/CT pending | SPECT/CT ordered | SPECT/CT scheduled | awaiting SPECT/CT
    .bare = no SPECT/CT | no SPECT | not done | not done yet | pending | ordered | scheduled | not yet
choice-spect_ct-unavailable = SPECT/CT cannot be done
    .phrases = SPECT/CT cannot be done | SPECT/CT can't be done | SPECT/CT not possible | no SPECT/CT possible | no SPECT possible | SPECT/CT contraindicated | SPECT/CT unavailable | SPECT/CT not available | SPECT not available
    .bare = cannot be done | not possible | unavailable | contraindicated

## Choices: infection and stability

choice-osteomyelitis-none = No osteomyelitis
    .phrases = no osteomyelitis | no osteo | no infection | no bone infection | no discitis | no spinal infection | not infected | infection ruled out | without infection | no signs of infection | no evidence of osteomyelitis | no evidence of infection | no sign of infection | osteomyelitis ruled out | negative for infection | negative for osteomyelitis | denies infection
    .bare = none | no
choice-osteomyelitis-elsewhere = Osteomyelitis at another place
    .phrases = osteomyelitis elsewhere | osteomyelitis at another site | osteomyelitis at another level | bone infection elsewhere | infection at another level | osteomyelitis of the foot | foot osteomyelitis
    .bare = elsewhere | another place | another level | somewhere else
choice-osteomyelitis-surgical_site = Osteomyelitis at this level
    .phrases = osteomyelitis at the level | osteomyelitis at this level | osteomyelitis being treated at this level | discitis being treated at this level | infection being treated at this level | osteomyelitis of this level | osteomyelitis at the site | osteomyelitis at the surgical site | osteomyelitis at the treated level | infection at the level | infection at this level | infection at the site | infection at the surgical site | discitis at the level | discitis at this level | vertebral osteomyelitis at this level
    .bare = at the level | at this level | this level | at the site | surgical site | here

choice-instability-none = No unstable fracture
    .phrases = no unstable fracture | no instability | not unstable | spine stable | spine is stable | stable | stable fracture | fracture is stable | fracture stable | mechanically stable | stable spine | no evidence of instability | no sign of instability | no evidence of an unstable fracture
    .bare = none | no
choice-instability-elsewhere = Unstable fracture at another level
    .phrases = unstable elsewhere | unstable fracture elsewhere | unstable at another level | unstable fracture at another level | instability elsewhere | instability at another level
    .bare = elsewhere | another level | other level
choice-instability-treated_level = Unstable fracture at this level
    .phrases = unstable | unstable fracture | unstable at this level | unstable at the level | unstable fracture at this level | unstable fracture at the treated level | instability at this level | instability at the treated level | unstable at the treated level
    .bare = at this level | this level | at the level | treated level | here

## Choices: plan

choice-line_of_business-commercial = Commercial plan (not FEP)
    .phrases = commercial | commercial plan | not FEP | not federal | PPO | HMO | employer plan
choice-line_of_business-fep = Federal Employee Program (FEP)
    .phrases = FEP | federal employee program | federal employee | federal plan | federal blue | FEHB | postal employee
    .bare = federal

## Records

document-clinical_note = Clinical note
    .phrases = clinical note | clinic note | office note | progress note | H&P | history and physical | chart note | consult note | visit note | clinicals | office notes | clinic notes
    .shows = The symptoms, the cause and the start of the fracture, walking, how strong the pain is, and what is said about infection and stability.
document-bone_health_record = Bone health record
    .phrases = bone health record | DEXA | DXA | bone density | bone density test | bone density report | osteoporosis workup
    .shows = The cause of the fracture.
document-treatment_record = Treatment record
    .phrases = treatment record | treatment notes | PT notes | physical therapy notes | therapy notes | PT records | therapy records | medication record | medication list | med list
    .shows = When conservative treatment started and ended, and how the pain responded.
document-hospital_record = Hospital record
    .phrases = hospital record | hospital records | discharge summary | DC summary | D/C summary | admission note | hospital notes | ER record | ED record | ER notes | ED notes
    .shows = Whether the patient was in the hospital for the pain, and as what kind of patient.
document-oncology_record = Oncology record
    .phrases = oncology record | oncology note | oncology notes | cancer record | pathology | pathology report | biopsy | biopsy report
    .shows = What kind of lesion it is.
document-mri_report = MRI report
    .phrases = MRI report | MRI result | MRI results | MRI read | report of the MRI
    .shows = Whether there is bone marrow edema, what kind of fracture it is, and whether it is stable.
    .bare = MRI
document-bone_scan_report = Bone scan report
    .phrases = bone scan report | bone scan result | bone scan results | nuclear medicine report
    .shows = What the bone scan says about the fracture.
    .bare = bone scan
document-spect_ct_report = SPECT/CT report
    .phrases = SPECT/CT report | SPECT report | SPECT/CT result | SPECT/CT results
    .shows = What the SPECT/CT says about the fracture, and whether it is stable.
    .bare = SPECT/CT | SPECT
document-ct_report = CT report
    .phrases = CT report | CT scan report | CAT scan report | CT result | CT results
    .shows = What kind of fracture it is, and whether it is stable.
    .bare = CT | CT scan | CAT scan
document-xray_report = X-ray report
    .phrases = X-ray report | xray report | plain film report | radiograph report | X-ray result | X-ray results
    .shows = What kind of fracture it is.
    .bare = X-ray | xray | plain film | plain films | radiograph | XR

## Facts

fact-procedure = Procedure
fact-line_of_business = Kind of plan
fact-spinal_region = Part of the spine
fact-fracture = Kind of fracture
fact-fracture_cause = Cause of the fracture
fact-symptomatic = Symptoms
fact-fracture_onset = Start of the fracture
fact-conservative_treatment = Conservative treatment
fact-conservative_response = Response to treatment
fact-hospitalized_for_pain = Hospital care for pain
fact-ambulation = Walking
fact-lesion = Bone lesion or tumor
fact-severe_lesion_pain = Severe pain from the lesion
fact-mri = MRI
fact-bone_scan = Bone scan
fact-spect_ct = SPECT/CT
fact-osteomyelitis = Osteomyelitis
fact-unstable_fracture = Unstable fracture
fact-intent = Purpose

## Criteria, in our own words

criterion-A = A compression fracture of the spine from osteoporosis causes symptoms, and 42 days (6 weeks) or more of care without a procedure have not worked.
    .short = Osteoporotic fracture with 6 weeks of failed treatment
criterion-B = A compression fracture of the spine from osteoporosis causes symptoms, began fewer than 42 days ago, and either led to a hospital stay to control the pain or keeps the patient from walking.
    .short = New osteoporotic fracture with a hospital stay or loss of walking
criterion-C = A bone lesion of the spine that breaks down bone, from multiple myeloma or from a cancer that has spread, causes severe pain.
    .short = Severe pain from a lytic lesion
criterion-T1 = A bone scan, a SPECT/CT, or an MRI with marrow edema shows the fracture, and it is in the thoracic or lumbar spine; no other test is on the policy's list.
    .short = Fracture shown by imaging
criterion-T2 = There is no bone infection (osteomyelitis) where the procedure will be done.
    .short = No infection at the site
criterion-T3 = No vertebra has an unstable fracture.
    .short = No unstable fracture
criterion-vertebral_level = The level to be treated is a cervical, thoracic or lumbar one, not one of the sacrum.
    .short = Level above the sacrum
criterion-intent = The procedure is meant for a fracture or lesion that is there now, not for prevention and not for long-term back pain.
    .short = Purpose of the procedure

path-A = Path A: osteoporotic fracture, 6 weeks of treatment
path-B = Path B: osteoporotic fracture under 6 weeks old
path-C = Path C: severe pain from a lytic lesion

disposition-investigational = By your answers, no path of the policy is met, and the policy holds this use investigational.
    .short = Investigational under the policy

rule-augmentation = The policy lists three paths for vertebroplasty and kyphoplasty and holds all other uses investigational, because they do not meet technology criteria 2, 3, 4 and 5.
    .elsewhere = { $level } is in the sacrum. Is this level right?
rule-sacroplasty = The policy holds sacroplasty investigational for any diagnosis, because it does not meet technology criteria 2, 3, 4 and 5.

tec-1 = The U.S. agencies in charge have finished their review and allow the technology.
tec-2 = The research is good enough to say what the technology does for health.
tec-3 = The technology makes health better, all things considered.
tec-4 = The technology helps at least as much as the usual treatments.
tec-5 = The benefit also shows outside of research, in everyday care.

## Readings: where the policy can be read in two ways

reading-tail = The third bullet ends with further conditions on imaging, infection and stability. They can be read as part of that bullet only, or as part of all three.
reading-tail-all_pathways = The conditions on imaging, infection and stability belong to all three bullets.
reading-tail-osteolytic_only = The conditions on imaging, infection and stability belong to the third bullet only.
reading-ambulation_clock = The second bullet speaks of new fractures and of pain that prevents walking. The walking part can be read as meant for fractures under 6 weeks old only, or for fractures of any age.
reading-ambulation_clock-under_6_weeks = Pain that prevents walking counts only while the fracture is under 6 weeks old.
reading-ambulation_clock-any_age = Pain that prevents walking counts whatever the age of the fracture.
reading-ambulation_level = The policy does not say what it means for pain to prevent walking. It can be read as not walking at all, or as walking only with an aid or a helper too.
reading-ambulation_level-unable_only = Only not walking at all counts.
reading-ambulation_level-aid_counts = Walking only with an aid or a helper counts too.
reading-hospital = The policy does not say what counts as hospital care. It can be read as an inpatient stay only, or as emergency or observation care too.
reading-hospital-inpatient_only = Only an inpatient stay counts.
reading-hospital-observation_counts = Emergency or observation care counts too.
reading-failure = The policy does not say what counts as treatment that failed. It can be read as no response only, or as some relief with lasting pain, or treatment that was not tolerated, too.
reading-failure-failed_only = Treatment failed only if there was no response.
reading-failure-partial_or_intolerant_counts = Some relief with lasting pain, or treatment that was not tolerated, counts as failed too.
reading-unstable = The policy does not say where an unstable fracture matters. It can be read as any level of the spine, or as the level to be treated only.
reading-unstable-any_vertebra = An unstable fracture at any level of the spine matters.
reading-unstable-treated_level_only = Only an unstable fracture at the level to be treated matters.
reading-plasmacytoma = The policy names multiple myeloma and does not name plasmacytoma. Plasmacytoma can be read as something else, or as a form of the same disease.
reading-plasmacytoma-not_myeloma = Plasmacytoma is something else and does not count.
reading-plasmacytoma-counts = Plasmacytoma counts as a form of multiple myeloma.
reading-intent = A note in the policy's history says what vertebroplasty is not used for. It can be read as a rule that excludes those uses, or as background only.
reading-intent-excludes = The note is a rule: prevention and long-term back pain are excluded.
reading-intent-informational = The note is background only and excludes nothing.

## What cannot both be right

constraint-treatment_after_fracture = Treatment of this fracture cannot have started before the fracture did. Please check both dates; one of them must be different.

## Who can usually supply an answer

supplier-scheduling = the order or the scheduling desk
supplier-clinician = the clinician's note
supplier-radiology = the radiology report
supplier-oncology = the oncology record
supplier-hospital = the hospital record
supplier-treatment = the treatment record, such as therapy or pain clinic notes
supplier-billing = the billing desk
supplier-records = the medical records desk

## Notes

note-fep = FEP member: the member's contract says which benefits apply. Please check it.
    .if = If the member is FEP, the member's contract says which benefits apply. Please check it then.
note-incidental_kyphoplasty = Plan benefits: nothing is added for kyphoplasty when vertebroplasty is reported as its own procedure; the policy counts it as part of the vertebroplasty.
note-incidental_across_levels = The two procedures are at different levels. The policy does not say if the benefit rule applies across levels; please ask the payer.
note-levels_differ = The levels have different results. The policy speaks of patients, not of levels, so the payer may read it for the whole request.
note-preauthorization = The policy asks for preauthorization before treatment.
note-where_to_submit = To submit, use the portal provider.carefirst.com, or the phone number 1-866-773-2884.
note-call_the_payer = Call the payer at 1-866-773-2884 to ask how this request is handled.
note-may_still_submit = You may still submit the request; the payer decides.
note-codes_category_1 = The policy asks for the Category I procedure codes that fit vertebroplasty or kyphoplasty; it gives no numbers.
note-codes_category_3 = The policy asks for the Category III procedure code for sacral augmentation; it gives no number.
note-sacral_level = A level in the sacrum is requested. By anatomy this is a sacroplasty, whatever name the request uses.
note-sacroplasty_evidence = The policy's 2012 review found mostly small studies without a comparison group.
note-code_follows_level = The level treated decides which procedure code applies, also when the request names another one.
    .source = the code set of the American Medical Association; its numbers are not part of this policy
note-diagnosis_codes = Common ICD-10-CM families are M80.08 and M80.88 (osteoporosis with a current fracture), M84.58 (fracture in a tumor disease), C79.51 (bone metastasis), C90.0 (multiple myeloma), M46.2 (bone infection of a vertebra), and S22.0 and S32.0 (injury). M80.08 and M84.58 do not say the level.
    .source = ICD-10-CM, public domain
