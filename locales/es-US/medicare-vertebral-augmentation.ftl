### Una política de ejemplo: las palabras de dialogs/medicare-vertebral-augmentation.
### Each text stands on one line; only lists of phrases (between `|`) may be broken. The same ids, attributes and
### variables stand in every language. Questions never hint which answer would meet the policy, and criteria are put
### in our own words. `.phrases` are found in free text too; `.bare` counts only as an answer to that very question;
### `.cues` say whose a date or a number is. All are compared without capitals, accents and marks.

policy-title = Ejemplo de una política de Medicare sobre vertebroplastia y cifoplastia
policy-short = Ejemplo: aumento vertebral, Medicare

## Questions

ask-procedure = ¿Qué procedimiento o procedimientos solicita?
    .label = Procedimiento
    .help = La política trata de la vertebroplastia y la cifoplastia (viñeta 1). Cada procedimiento recibe su propio resultado. Puede elegir los dos.
    .hint = Escriba uno o los dos, por ejemplo: cifoplastia; o vertebroplastia y cifoplastia.
    .aloud = ¿Qué procedimiento solicita: vertebroplastia, cifoplastia u otro? Puede decirme más de uno.

ask-level = ¿Para qué nivel o niveles se planea { $procedure } en esta sesión?
    .label = Niveles
    .help = La política nombra partes de la columna y cuenta los niveles que se tratan en una sesión (viñeta 1). Por favor, nombre todos los niveles de esta sesión. Cada nivel recibe su propio resultado.
    .hint = Escriba uno o más niveles, por ejemplo: L1; T12 y L1; L1-L3.
    .aloud = ¿Para qué nivel o niveles de la columna se planea { $procedure } en esta sesión? Por favor, dígamelos todos.

ask-treated = Según el expediente, ¿qué se está tratando en { $place }?
    .label = Lo que se trata
    .help = La política habla de ciertas fracturas y tumores (viñeta 2). Elija lo que el expediente nombra como motivo de esta solicitud.
    .aloud = Si mira el expediente, ¿qué se está tratando en { $place }?

ask-fracture_age = ¿Cómo describe el expediente la edad de la fractura en { $place }?
    .label = Edad de la fractura
    .help = La política habla de la edad de la fractura (viñeta 2). Elija la palabra que usa el informe de imagen o la nota; por favor, no la calcule a partir de fechas.
    .aloud = ¿Dice el expediente que la fractura en { $place } es aguda o subaguda, o dice que es antigua?

ask-setting = ¿Está el paciente en el hospital ahora?
    .label = Dónde está el paciente
    .help = La política mira el dolor de manera distinta si el paciente está en el hospital o no (viñeta 3). Responda según el día de hoy.
    .aloud = ¿Está el paciente en el hospital ahora, o no?
    .cues = hospital | hospitalizado | hospitalizada | ingresado | ingresada | internado | internada | ingreso

ask-pain = ¿Cuál es el último puntaje de dolor en la escala de 0 a 10?
    .label = Puntaje de dolor
    .help = La política usa el número que el paciente da al dolor, de 0 (sin dolor) a 10 (el peor dolor) (viñeta 3). Use el último puntaje del expediente.
    .hint = Escriba un número entero de 0 a 10, por ejemplo: 6; o 6/10.
    .aloud = ¿Cuál es el último puntaje de dolor del expediente, en la escala de 0 a 10?
    .cues = dolor | puntaje de dolor | escala de dolor | nivel de dolor | dolor de espalda | EVA | END | NRS | VAS | pain

ask-despite = ¿Sigue el dolor así de fuerte aun con el mejor tratamiento sin cirugía?
    .label = Dolor pese al tratamiento
    .help = Para pacientes que no están en el hospital, la política pregunta por dolor que sigue pese al mejor tratamiento sin cirugía, como medicina para el dolor, corsé o terapia (viñeta 3). Responda como dicen las notas.
    .aloud = Con el mejor tratamiento sin cirugía, como medicina para el dolor, corsé o terapia, ¿sigue el dolor así de fuerte?
    .yes-phrases = pese a la medicación | pese a las medicinas | a pesar de las medicinas | a pesar de la terapia | pese al tratamiento | a pesar del tratamiento | a pesar de la medicación | a pesar del tratamiento conservador | falló el tratamiento conservador | refractario | failed conservative treatment
    .no-phrases = todavía sin tratamiento | sin tratamiento conservador | no ha recibido tratamiento | controlado con medicación

ask-course = ¿Cómo ha cambiado el dolor desde que empezó?
    .label = Evolución del dolor
    .help = Para pacientes que no están en el hospital, la política pregunta cómo sigue el dolor (viñeta 4). Elija lo que dicen las notas más recientes.
    .aloud = ¿Cómo ha cambiado el dolor desde que empezó: está peor, igual o mejor?

ask-kyphosis = ¿Muestra el expediente una deformidad cifótica (columna doblada hacia adelante) en { $place }?
    .label = Deformidad cifótica
    .help = Es uno de los cuatro signos que cuenta la política (viñeta 4). Responda como dice el informe de imagen o la nota.
    .aloud = ¿Muestra el expediente una deformidad cifótica, es decir, la columna doblada hacia adelante, en { $place }?
    .yes-phrases = deformidad cifótica | cifosis | cifótica | angulación cifótica | kyphosis
    .no-phrases = sin deformidad cifótica | sin cifosis | no hay cifosis | no tiene cifosis

ask-height_loss = ¿Cuánta altura ha perdido la vértebra en { $place }, en por ciento?
    .label = Pérdida de altura en por ciento
    .help = Es uno de los cuatro signos que cuenta la política (viñeta 4). Use el por ciento que da el informe de imagen.
    .hint = Escriba un número entero de 0 a 100, por ejemplo: 40; o 40%.
    .aloud = ¿Cuánta altura ha perdido la vértebra en { $place }, en por ciento, según el informe de imagen?
    .cues = pérdida de altura | pérdida de altura vertebral | perdió altura | acuñamiento

ask-function = ¿Dice el expediente que se afecta la vida diaria?
    .label = Vida diaria afectada
    .help = Es uno de los cuatro signos que cuenta la política (viñeta 4). La vida diaria es, por ejemplo, vestirse, bañarse, cocinar o dormir.
    .aloud = ¿Dice el expediente que la fractura dificulta la vida diaria, por ejemplo vestirse, bañarse, cocinar o dormir?
    .yes-phrases = vida diaria afectada | actividades diarias limitadas | necesita ayuda para vestirse | limitación funcional | AVD limitadas
    .no-phrases = vida diaria no afectada | independiente en sus actividades | AVD no limitadas | sin limitación funcional

ask-roland_morris = ¿Cuál es el puntaje de discapacidad de Roland-Morris, de 0 a 24?
    .label = Puntaje de Roland-Morris
    .help = Es uno de los cuatro signos que cuenta la política (viñeta 4). El cuestionario de Roland-Morris (RMDQ) tiene 24 frases sobre el dolor de espalda; el puntaje es cuántas son ciertas para el paciente.
    .hint = Escriba un número entero de 0 a 24, por ejemplo: 12; o 12/24.
    .aloud = ¿Cuál es el puntaje del cuestionario de discapacidad de Roland-Morris, de 0 a 24?
    .cues = RMDQ | RDQ | RMQ | Roland-Morris | Roland Morris | puntaje de Roland-Morris | cuestionario de Roland-Morris

ask-imaging = ¿Qué muestran las imágenes en { $place }?
    .label = Imágenes
    .help = La política nombra signos de una fractura nueva en tres tipos de imagen (viñeta 2). Si se hicieron varias, elija la que muestra un signo.
    .aloud = ¿Qué muestran las imágenes en { $place }: edema en la resonancia, captación en la gammagrafía ósea, captación en el SPECT/CT, o ninguno de estos signos? Dígame también si todavía no se han hecho.

ask-imaging_date = ¿Cuándo se hicieron las imágenes de { $place }?
    .label = Fecha de las imágenes
    .help = La edad de las imágenes cuenta en el día de la solicitud (viñeta 7, tomada de otra guía). Use la fecha de las imágenes en que se apoya esta solicitud, no la fecha del informe.
    .hint = Escriba una fecha o cuánto tiempo hace, por ejemplo: 10/11/2026 (mes/día/año); hace 3 semanas; 11 de octubre.
    .aloud = ¿Cuándo se hicieron las imágenes de { $place }? Lo mejor es una fecha. También puede decirme hace cuántos días o semanas fue.
    .cues = resonancia | resonancia magnética | imágenes | imagen | gammagrafía | gammagrafía ósea | SPECT | SPECT/CT | MRI | RM | RMN

ask-pain_source = ¿Dice el expediente que el dolor viene de { $place }?
    .label = El dolor viene del nivel
    .help = La política habla de dónde viene el dolor (viñeta 6). Responda como dice el examen o la nota.
    .aloud = ¿Dice el expediente que el dolor viene de la fractura o del tumor en { $place }?
    .yes-phrases = dolor por la fractura | dolor en el nivel | dolor de este nivel | dolor concordante
    .no-phrases = dolor por otra causa | el dolor no es por la fractura | el dolor viene de otro lugar | dolor facetario

ask-exclusions = ¿Muestra el expediente una infección activa o un embarazo?
    .label = Infección o embarazo
    .help = La política habla de infección activa y de embarazo (viñeta 6). Infección activa quiere decir una infección que existe ahora, como osteomielitis o discitis. Si el expediente habla solo de una de las dos cosas, responda "no consta"; entonces se pregunta cada una por separado.
    .aloud = ¿Muestra el expediente una infección activa, como osteomielitis o discitis, o un embarazo? También puede decir ninguno de estos.

ask-infection = ¿Muestra el expediente una infección activa, como osteomielitis o discitis?
    .label = Infección activa
    .help = La política habla de infección activa (viñeta 6). Responda como dice el expediente.
    .aloud = ¿Muestra el expediente una infección activa, como osteomielitis o discitis?
    .yes-phrases = infección activa | osteomielitis | discitis | espondilodiscitis | sepsis | absceso epidural
    .no-phrases = sin infección activa | sin infección | no hay infección | no tiene infección | sin osteomielitis | sin discitis | infección descartada

ask-pregnancy = ¿Muestra el expediente un embarazo?
    .label = Embarazo
    .help = La política habla de embarazo (viñeta 6). Si un embarazo no es posible, responda que no.
    .aloud = ¿Muestra el expediente un embarazo? Si un embarazo no es posible, diga por favor que no.
    .yes-phrases = embarazada | está embarazada | embarazo
    .no-phrases = no embarazada | no está embarazada | sin embarazo | posmenopáusica | paciente masculino

ask-referral = ¿Muestra el expediente una referencia para evaluar la densidad ósea y recibir educación sobre osteoporosis?
    .label = Referencia de salud ósea
    .help = Para fracturas por osteoporosis la política pide esta referencia como documento (viñeta 5). Abarca las dos cosas: evaluar la densidad del hueso y dar educación sobre la osteoporosis.
    .aloud = ¿Muestra el expediente una referencia para evaluar la densidad del hueso y para recibir educación sobre la osteoporosis?
    .yes-phrases = derivada a densitometría | derivado a densitometría | derivada para densitometría | derivado para densitometría | la refirieron a densitometría | lo refirieron a densitometría | la refirieron para densitometría | lo refirieron para densitometría | referida a densitometría | referido a densitometría | la derivaron a densitometría | lo derivaron a densitometría | derivación a densitometría | referencia de salud ósea | referida para densitometría | referido para densitometría | referencia para densitometría | referencia para densidad ósea | DEXA referral
    .no-phrases = no fue derivada a densitometría | no fue derivado a densitometría | no la refirieron a densitometría | no lo refirieron a densitometría | sin referencia de salud ósea | sin referencia para densitometría | no fue referida para densitometría | no fue referido para densitometría

ask-cautions = ¿Muestra el expediente alguna de estas precauciones?
    .label = Precauciones
    .help = Nada de esto decide el resultado. La política pide precaución donde hay algo de esto, así que la solicitud debe llevar una nota al respecto (viñeta 6).
    .aloud = ¿Muestra el expediente una columna inestable, daño de la médula espinal o de un nervio, un trastorno de la coagulación, alergia al cemento o más de tres fracturas? Puede nombrar varias cosas, o decir ninguno de estos.

ask-documents = ¿Cuáles de estos documentos tiene a la mano?
    .label = Documentos a la mano
    .help = Un resultado está listo para enviarse cuando los documentos muestran lo que se dijo aquí. La política pide un solo documento, y solo para fracturas por osteoporosis (viñeta 5); los demás son sugerencia nuestra.
    .hint = Elija o escriba todos los que tiene, por ejemplo: nota clínica e informe de imagen; todos; ninguno.
    .aloud = Voy a leer una lista de documentos. Dígame, por favor, cuáles tiene a la mano.

## Choices: procedure

choice-procedure-vertebroplasty = Vertebroplastia
    .inline = la vertebroplastia
    .phrases = vertebroplastia | vertebroplastia percutánea | vertebro | vertebroplasty | PVP | VP
choice-procedure-kyphoplasty = Cifoplastia
    .inline = la cifoplastia
    .phrases = cifoplastia | kifoplastia | xifoplastia | cifoplastia con balón | balón | cifo | kyphoplasty | kypho | PKP | BKP | KP
choice-procedure-other_augmentation = Otro procedimiento de aumento
    .inline = el otro procedimiento de aumento
    .phrases = otro aumento | otro dispositivo | otro implante | sacroplastia | spinejack | spine jack | kiva | stent vertebral | stentoplastia
    .bare = otro | otra cosa | otro procedimiento

## Choices: what is treated

choice-treated-new_fracture = Fractura osteoporótica aguda o subaguda
    .phrases = fractura osteoporótica aguda | fractura osteoporótica subaguda | fractura osteoporótica aguda o subaguda | fractura aguda por osteoporosis | fractura osteoporótica nueva | fractura osteoporótica reciente
choice-treated-old_fracture = Fractura osteoporótica antigua
    .phrases = fractura osteoporótica antigua | fractura osteoporótica crónica | fractura osteoporótica vieja | fractura osteoporótica consolidada
choice-treated-undated_fracture = Fractura osteoporótica, sin decir edad
    .phrases = fractura osteoporótica sin decir edad | fractura osteoporótica por compresión | fractura osteoporótica | fractura por osteoporosis | fractura por fragilidad | osteoporosis
choice-treated-metastasis = Metástasis lítica (destruye el hueso)
    .phrases = metástasis lítica | metástasis osteolítica | metástasis líticas | metástasis osteolíticas | lytic metastasis | lytic mets
    .bare = metástasis
choice-treated-myeloma = Mieloma múltiple
    .phrases = mieloma múltiple | mieloma | mieloma lítico | lesión de mieloma | multiple myeloma
    .bare = MM
choice-treated-other = Otra cosa
    .phrases = ninguno de estos motivos
    .bare = otro | otra | ninguno de estos

choice-fracture_age-acute_or_subacute = Aguda o subaguda
    .phrases = aguda | subaguda | aguda o subaguda | fractura reciente | fractura nueva | fractura aguda | fractura subaguda
    .bare = nueva | reciente
choice-fracture_age-chronic = Antigua (crónica)
    .phrases = fractura crónica | fractura antigua | fractura vieja | fractura consolidada
    .bare = crónica | antigua | vieja | consolidada

## Choices: pain

choice-setting-hospital = En el hospital
    .phrases = en el hospital | hospitalizado | hospitalizada | ingresado | ingresada | internado | internada | está en el hospital | inpatient
    .bare = sí | hospital
choice-setting-not_in_hospital = No está en el hospital
    .phrases = no está en el hospital | no hospitalizado | no hospitalizada | no ingresado | no ingresada | no internado | no internada | ambulatorio | ambulatoria | en casa | en su casa | ya en casa
    .bare = no | casa | clínica

choice-course-worsening = Empeora
    .phrases = el dolor empeora | dolor que empeora | el dolor ha empeorado | está empeorando | dolor en aumento | cada vez peor
    .bare = peor | empeora | más fuerte
choice-course-stable = Sigue igual
    .phrases = dolor estable | el dolor sigue igual | el dolor no ha cambiado | dolor sin cambios | el dolor está estable
    .bare = igual | estable | sin cambios | sigue igual
choice-course-improved = Mejor
    .phrases = el dolor ha mejorado | el dolor mejoró | dolor mejor | el dolor mejora | el dolor está mejor
    .bare = mejor | mejora | mejoró | un poco mejor | algo mejor

## Choices: imaging

choice-imaging-mri_edema = Resonancia con edema de médula ósea
    .phrases = resonancia con edema de médula ósea | resonancia con edema | edema de médula ósea | edema óseo | RM con edema | RMN con edema | MRI con edema | edema en la resonancia | la resonancia muestra edema
    .bare = edema | resonancia positiva
choice-imaging-bone_scan_uptake = Gammagrafía ósea con captación
    .phrases = gammagrafía ósea con captación | gammagrafía con captación | captación en la gammagrafía | gammagrafía positiva | gammagrafía ósea positiva | bone scan con captación
    .bare = gammagrafía | gammagrafía ósea
choice-imaging-spect_ct_uptake = Estudio SPECT/CT con captación
    .phrases = SPECT/CT con captación | SPECT con captación | captación en el SPECT/CT | captación en el SPECT | SPECT/CT positivo | SPECT positivo
    .bare = SPECT | SPECT/CT
choice-imaging-no_sign = Hechas, y ninguno de estos signos
    .phrases = sin edema de médula ósea | sin edema | no hay edema | sin captación | no hay captación | resonancia negativa | gammagrafía negativa | SPECT negativo | sin edema ni captación
    .bare = ninguno | negativa | negativas | ninguno de estos | ninguno de estos signos
choice-imaging-not_done = Todavía no se han hecho
    .phrases = imágenes no hechas | resonancia pendiente | resonancia no hecha | todavía sin resonancia | sin resonancia todavía | imágenes pendientes | resonancia programada
    .bare = pendiente | pendientes | programada | todavía no | no se han hecho

## Choices: infection, pregnancy, cautions

choice-exclusions-infection = Infección activa
    .phrases = infección activa | infección | osteomielitis | discitis | espondilodiscitis | sepsis | absceso epidural
choice-exclusions-pregnancy = Embarazo
    .phrases = embarazo | embarazada | está embarazada
    .no-phrases = posmenopáusica | postmenopáusica | paciente masculino

choice-cautions-instability = Columna inestable
    .phrases = columna inestable | inestabilidad | inestable | fractura inestable
    .no-phrases = estable | columna estable | fractura estable
choice-cautions-neurologic = Problema de médula espinal o nervio
    .phrases = problema de médula espinal | problema de nervio | compromiso neurológico | déficit neurológico | compresión medular | mielopatía | radiculopatía
    .no-phrases = neurológicamente intacto | neurológicamente intacta | neuro intacto | examen neurológico normal
choice-cautions-bleeding = Trastorno de la coagulación
    .phrases = trastorno de la coagulación | trastorno de coagulación | problema de coagulación | coagulopatía | anticoagulante | anticoagulantes | anticoagulado | anticoagulada | toma warfarina | warfarina | trombocitopenia | plaquetas bajas
choice-cautions-allergy = Alergia al cemento
    .phrases = alergia al cemento | alérgico al cemento | alérgica al cemento | alergia al PMMA
choice-cautions-many_fractures = Más de tres fracturas
    .phrases = más de tres fracturas | más de 3 fracturas | cuatro fracturas | 4 fracturas | cinco fracturas | 5 fracturas | muchas fracturas

## Records

document-clinical_note = Nota clínica
    .phrases = nota clínica | nota médica | nota de consulta | nota de evolución | historia y examen físico | notas clínicas
    .shows = Qué se trata, el puntaje de dolor y cómo sigue el dolor, la vida diaria, y lo que se dice de infección y embarazo.
document-imaging_report = Informe de imagen
    .phrases = informe de imagen | informe de resonancia | informe de gammagrafía | informe de SPECT/CT | informe de radiología | imágenes
    .shows = Qué muestran las imágenes, su fecha, la pérdida de altura y la forma de la columna.
    .bare = resonancia | gammagrafía | SPECT/CT | MRI
document-oncology_record = Registro de oncología
    .phrases = registro de oncología | nota de oncología | informe de patología | informe de biopsia
    .shows = Qué clase de tumor es.
document-disability_questionnaire = Cuestionario de discapacidad
    .phrases = cuestionario de discapacidad | cuestionario de Roland-Morris | cuestionario RMDQ | RMDQ
    .shows = El puntaje de Roland-Morris y la vida diaria.
document-bone_health_referral = Referencia de salud ósea
    .phrases = referencia de salud ósea | referencia para densitometría | referencia para densidad ósea | referencia de osteoporosis | referencia
    .shows = La referencia para evaluar la densidad del hueso y recibir educación sobre osteoporosis.

## Facts

fact-procedure = Procedimiento
fact-spinal_region = Parte de la columna
fact-levels_in_session = Niveles en una sesión
fact-fracture = Tipo de fractura
fact-tumor = Tumor en el hueso
fact-fracture_age = Edad de la fractura
fact-setting = Dónde está el paciente
fact-pain_score = Puntaje de dolor
fact-pain_despite_management = Dolor pese al mejor tratamiento sin cirugía
fact-pain_course = Evolución del dolor
fact-kyphotic_deformity = Deformidad cifótica
fact-height_loss = Pérdida de altura de la vértebra
fact-function_impacted = Vida diaria
fact-roland_morris = Puntaje de Roland-Morris
fact-imaging = Imágenes
fact-imaging_date = Fecha de las imágenes
fact-pain_from_level = Origen del dolor
fact-active_infection = Infección activa
fact-pregnancy = Embarazo
fact-bone_health_referral = Referencia de salud ósea
fact-instability = Columna inestable
fact-neurologic_compromise = Problema de médula espinal o nervio
fact-bleeding_disorder = Trastorno de la coagulación
fact-cement_allergy = Alergia al cemento
fact-more_than_three_fractures = Más de tres fracturas

## Criteria, in our own words

criterion-level = El nivel que se va a tratar está entre T1 y L5.
    .short = Nivel de T1 a L5
criterion-session = Se tratan como máximo 3 niveles en una sesión.
    .short = Como máximo 3 niveles en una sesión
criterion-osteoporotic = Una fractura osteoporótica por compresión es aguda o subaguda, y la muestra una resonancia con edema, o una gammagrafía ósea o un SPECT/CT con captación.
    .short = Fractura osteoporótica nueva que muestran las imágenes
criterion-tumor = El nivel tiene una metástasis que destruye el hueso, o mieloma múltiple.
    .short = Metástasis lítica o mieloma en el nivel
criterion-pain = El puntaje de dolor es de 8 o más en el hospital; o, fuera del hospital, es de 5 o más pese al mejor tratamiento sin cirugía.
    .short = Puntaje de dolor
criterion-course = Fuera del hospital: el dolor empeora; o sigue igual o mejor, es todavía de 5 o más, y hay al menos 2 de 4 signos. Los signos son una pérdida de altura de más del 25 por ciento, una deformidad cifótica, un puntaje de Roland-Morris de más de 17 y una vida diaria afectada. En el hospital este criterio no se aplica.
    .short = Evolución del dolor, con 2 de 4 signos si no empeora
criterion-referral = Se refirió al paciente para evaluar la densidad ósea y recibir educación sobre osteoporosis.
    .short = Referencia de salud ósea
criterion-pain_source = El dolor viene de la fractura o del tumor en el nivel que se va a tratar.
    .short = Dolor de este nivel
criterion-no_infection = No hay infección activa, como osteomielitis o discitis.
    .short = Sin infección activa
criterion-not_pregnant = No hay embarazo.
    .short = Sin embarazo
criterion-imaging_age = El día de la solicitud las imágenes no tienen más de 6 meses, contados aquí como 184 días. Este criterio viene de otra guía.
    .short = Imágenes de no más de 6 meses

path-fracture = Vía de la fractura: fractura osteoporótica nueva
path-tumor = Vía del tumor: metástasis lítica o mieloma

disposition-investigational = Según sus respuestas, no se cumple ninguna vía de la política, así que la política no respalda este uso.
    .short = Sin respaldo de la política

rule-augmentation = La política de ejemplo nombra dos vías para la vertebroplastia y la cifoplastia, y lo que las dos requieren. No respalda otro uso.

## Readings: where the policy can be read in two ways

reading-six_months = La política no dice cómo contar 6 meses. Se pueden leer como 180 días, o como hasta 184 días, lo más que pueden durar 6 meses del calendario.
reading-six_months-days_180 = Solo cuentan las imágenes de hasta 180 días.
reading-six_months-days_184 = Cuentan las imágenes de hasta 184 días.

## Who can usually supply an answer

supplier-scheduling = la orden o la oficina de citas
supplier-clinician = la nota del médico
supplier-radiology = el informe de radiología
supplier-records = la oficina de expedientes

## Notes

note-caution = El expediente muestra precauciones. No excluyen el procedimiento, pero la solicitud debe decir por qué se planea de todos modos.
    .if = Si el expediente muestra una columna inestable, un problema de médula espinal o nervio, un trastorno de la coagulación, alergia al cemento o más de tres fracturas, la solicitud debe decir por qué se planea el procedimiento de todos modos.
note-instability = Columna inestable: agregue una nota del médico al respecto.
note-neurologic_compromise = Problema de médula espinal o nervio: agregue una nota del médico al respecto.
note-bleeding_disorder = Trastorno de la coagulación: agregue una nota del médico al respecto.
note-cement_allergy = Alergia al cemento: agregue una nota del médico al respecto.
note-more_than_three_fractures = Más de tres fracturas: agregue una nota del médico al respecto.
note-ask_the_contractor = Pregunte al contratista de Medicare cómo se maneja esta solicitud.
note-may_still_submit = Aun así puede enviar la solicitud; el pagador decide.
note-levels_differ = Los niveles tienen resultados distintos. Cada resultado vale para su propio nivel.
note-imaging_age_source = El límite de 6 meses para las imágenes no está en las fuentes de esta política de ejemplo.
    .source = otra guía sobre imágenes antes de este procedimiento
