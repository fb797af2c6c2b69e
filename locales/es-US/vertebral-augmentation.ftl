### Vertebroplastia, cifoplastia y sacroplastia: las palabras de dialogs/vertebral-augmentation.
### Each text stands on one line; only lists of phrases (between `|`) may be broken. The same ids, attributes and
### variables stand in every language. Questions never hint which answer would meet the policy, and criteria are put
### in our own words. `.phrases` are found in free text too; `.bare` counts only as an answer to that very question.
### Both are compared without capitals, accents and marks, so each is written once.

policy-title = Vertebroplastia, cifoplastia y sacroplastia percutáneas
policy-short = Aumento vertebral

## Questions

ask-procedure = ¿Qué procedimiento o procedimientos solicita?
    .label = Procedimiento
    .help = La política tiene reglas aparte para estos procedimientos (sección Policy), así que cada uno recibe su propio resultado. Puede elegir más de uno.
    .hint = Escriba uno o más, por ejemplo: cifoplastia; o vertebroplastia y sacroplastia.
    .aloud = ¿Qué procedimiento solicita: vertebroplastia, cifoplastia, sacroplastia u otro? Puede decirme más de uno.

ask-cause = Según el expediente, ¿qué se está tratando en { $place }?
    .label = Lo que se trata
    .help = La política ordena las solicitudes según lo que se trata (Policy, viñetas 1 a 3, y Update 2005). Elija lo que el expediente nombra como motivo de esta solicitud.
    .aloud = Al ver el expediente, ¿qué se está tratando en { $place }?

ask-fracture = ¿Qué tipo de fractura muestra el expediente en { $place }?
    .label = Tipo de fractura
    .help = La política habla de ciertos tipos de fractura (Policy, viñetas 1 a 3). Elija lo que dice la nota o el informe de imagen.
    .aloud = ¿Qué tipo de fractura muestra el expediente en { $place }, si es que muestra alguna?

ask-fracture_cause = ¿Qué causa da el expediente para la fractura en { $place }?
    .label = Causa de la fractura
    .help = La causa decide qué parte de la política se aplica (Policy, viñetas 1 a 3). Elija la causa que está escrita en el expediente; por favor, no la deduzca de otros datos.
    .aloud = ¿Qué causa de la fractura en { $place } está escrita en el expediente?

ask-lesion = ¿Qué dice el expediente sobre una lesión ósea o un tumor en { $place }?
    .label = Lesión ósea o tumor
    .help = Una parte de la política trata de lesiones óseas (Policy, viñeta 3). Una lesión lítica es la que destruye hueso.
    .aloud = ¿Qué dice el expediente sobre una lesión ósea o un tumor en { $place }? Una lesión lítica es la que destruye hueso.

ask-intent = ¿Qué se quiere tratar con el procedimiento en { $place }?
    .label = Propósito
    .help = Una nota en el historial de la política describe para qué se usa el procedimiento (Update 2005). Elija el propósito que da la orden o la nota.
    .aloud = Según la orden o la nota, ¿qué se quiere tratar con el procedimiento en { $place }?

ask-onset = ¿Cuándo empezó la fractura en { $place }?
    .label = Inicio de la fractura
    .help = La política cuenta en días la edad de la fractura (Policy, viñeta 2). Lo mejor es una fecha, porque los días se vuelven a contar cada vez que se abre el caso.
    .hint = Escriba una fecha o cuánto tiempo hace, por ejemplo: 3 de marzo de 2026; 10/11/2026 (mes/día/año); hace 3 semanas; como dos meses.
    .aloud = ¿Cuándo empezó la fractura en { $place }? Lo mejor es una fecha. También puede decirme hace cuántos días o semanas fue.
    .cues = fractura | se fracturó | fracturada | fractura por compresión | se quebró | se rompió | se cayó | caída | golpe | fecha de la fractura | inicio de la fractura | fx | vcf

ask-hospital = ¿Estuvo el paciente en el hospital por el dolor de la fractura en { $place }?
    .label = Atención en el hospital por dolor
    .help = Una parte de la política habla de atención en el hospital por dolor (Policy, viñeta 2) y no la define. Por eso la sala de emergencias o la observación aparecen aparte del ingreso.
    .aloud = ¿Estuvo el paciente en el hospital por el dolor de la fractura en { $place }? Dígame, por favor, si fue en la sala de emergencias, en observación o con ingreso.
    .cues = hospital | hospitalizado | hospitalizada | hospitalización | ingresado | ingresada | ingreso | internado | internada | observación | sala de emergencias | emergencias | urgencias | ER | ED

ask-ambulation = ¿Cómo camina el paciente con el dolor de la fractura en { $place }?
    .label = Cómo camina
    .help = Una parte de la política habla de cómo el dolor afecta la manera de caminar (Policy, viñeta 2). Elija lo que dice la nota más reciente.
    .aloud = Con el dolor de la fractura en { $place }, ¿cómo camina el paciente: sin ayuda, con un apoyo o con otra persona, o no camina?

ask-treatment = ¿Cuándo empezó el tratamiento conservador de la fractura en { $place } y, si ya terminó, cuándo terminó?
    .label = Tratamiento conservador
    .help = El tratamiento conservador es la atención sin un procedimiento, como medicina para el dolor, terapia física o reposo; otros tipos también cuentan. La política cuenta cuánto ha durado (Policy, viñeta 1), y eso no es lo mismo que la edad de la fractura.
    .hint = Escriba cuándo empezó y, si ya terminó, cuándo terminó. Por ejemplo: desde el 3 de marzo de 2026; 9/1/2026 a 9/20/2026 (mes/día/año); 3 semanas de terapia; todavía ninguno.
    .aloud = ¿Cuándo empezó el tratamiento conservador de la fractura en { $place }? Es la atención sin un procedimiento, como medicina para el dolor, terapia física o reposo. Si ya terminó, ¿cuándo terminó?
    .cues = tratamiento | tratado | tratada | conservador | tratamiento conservador | manejo conservador | terapia | terapia física | fisioterapia | PT | medicina para el dolor | medicamento para el dolor | medicamentos | analgésicos | antiinflamatorios | nsaid | nsaids | aines | opioides | corsé | faja | brace | reposo | reposo en cama

ask-response = ¿Cómo respondió el dolor de la fractura en { $place } al tratamiento conservador?
    .label = Respuesta al tratamiento
    .help = La política habla de la respuesta al tratamiento conservador (Policy, viñeta 1) y no define todos los casos. Elija lo que dicen las notas del tratamiento hasta hoy.
    .aloud = ¿Cómo respondió el dolor de la fractura en { $place } al tratamiento conservador, según las notas?

ask-symptomatic = ¿La fractura en { $place } causa síntomas ahora, por ejemplo dolor?
    .label = Síntomas
    .help = Las partes de la política sobre fracturas hablan de síntomas (Policy, viñetas 1 y 2). Responda como lo describe la nota más reciente.
    .aloud = ¿La fractura en { $place } causa síntomas ahora, por ejemplo dolor?
    .yes-phrases = sintomático | sintomática | con síntomas | con dolor | tiene dolor | dolorosa | le duele | duele | duele mucho | sigue doliendo | todavía le duele | symptomatic | painful
    .no-phrases = asintomático | asintomática | sin síntomas | no tiene síntomas | sin dolor | no tiene dolor | no le duele | hallazgo incidental | asymptomatic | no symptoms | no pain

ask-severe_pain = ¿El expediente describe como severo el dolor de la lesión ósea en { $place }?
    .label = Dolor severo por la lesión
    .help = La parte de la política sobre lesiones óseas habla de qué tan fuerte es el dolor (Policy, viñeta 3). Responda como lo describe la nota.
    .aloud = ¿El expediente describe como severo el dolor de la lesión ósea en { $place }?
    .yes-phrases = dolor severo | dolor intenso | dolor muy fuerte | dolor incapacitante | dolor insoportable | dolor intratable | el dolor es severo | severe pain | intractable pain
    .no-phrases = dolor leve | dolor moderado | sin dolor severo | no es severo | el dolor es leve | el dolor es moderado | dolor controlado | mild pain | moderate pain

ask-level = ¿Para qué nivel o niveles se solicita { $procedure }?
    .label = Niveles
    .help = El nivel dice qué parte de la columna se trata, y la política nombra partes de la columna (Description, y Policy, viñeta 3). Cada nivel recibe su propio resultado.
    .hint = Escriba uno o más niveles, por ejemplo: L1; T12 y L1; L1-L3.
    .aloud = ¿Para qué nivel o niveles de la columna se solicita { $procedure }?

ask-mri = ¿Qué dice la resonancia magnética (MRI) sobre edema de médula ósea en { $place }?
    .label = Resonancia (MRI)
    .help = La política nombra la resonancia magnética entre los estudios de imagen de los que habla (Policy, viñeta 3, primer círculo). Elija lo que dice el informe.
    .aloud = ¿Qué dice el informe de la resonancia magnética sobre edema de médula ósea en { $place }? Si no hay resonancia, dígame, por favor, si no se ha hecho o si no se puede hacer.

ask-bone_scan = ¿Qué dice la gammagrafía ósea (bone scan) sobre { $place }?
    .label = Gammagrafía ósea
    .help = La política nombra la gammagrafía ósea entre los estudios de imagen de los que habla (Policy, viñeta 3, primer círculo). Positiva quiere decir que el informe muestra una fractura en este nivel.
    .aloud = ¿Qué dice el informe de la gammagrafía ósea sobre { $place }? Si no hay gammagrafía, dígame, por favor, si no se ha hecho o si no se puede hacer.

ask-spect_ct = ¿Qué dice el estudio SPECT/CT sobre { $place }?
    .label = Estudio SPECT/CT
    .help = La política nombra el SPECT/CT entre los estudios de imagen de los que habla (Policy, viñeta 3, primer círculo). Positivo quiere decir que el informe muestra una fractura en este nivel.
    .aloud = ¿Qué dice el informe del SPECT/CT sobre { $place }? Si no hay SPECT/CT, dígame, por favor, si no se ha hecho o si no se puede hacer.

ask-osteomyelitis = ¿Muestra el expediente osteomielitis (infección del hueso) en { $place } o en otro lugar?
    .label = Osteomielitis
    .help = La política habla de infección del hueso y de dónde está (Policy, viñeta 3, segundo círculo). Responda como dice el expediente.
    .aloud = ¿Muestra el expediente osteomielitis, que es una infección del hueso, en { $place } o en otro lugar?

ask-instability = ¿Muestra el expediente una fractura vertebral inestable en { $place } o en cualquier otro nivel?
    .label = Fractura inestable
    .help = La política habla de fracturas vertebrales inestables y no dice en qué nivel (Policy, viñeta 3, tercer círculo). Responda como dice el expediente.
    .aloud = ¿Muestra el expediente una fractura vertebral inestable en { $place } o en cualquier otro nivel?

ask-line_of_business = ¿Qué tipo de plan tiene el miembro?
    .label = Tipo de plan
    .help = El tipo de plan no cambia ningún criterio. Para los miembros federales, la política remite al contrato del miembro para los beneficios (Benefit Applications).
    .aloud = ¿Qué tipo de plan tiene el miembro: el programa de empleados federales o un plan comercial?

ask-documents = ¿Cuáles de estos documentos tiene a la mano?
    .label = Documentos a la mano
    .help = La política no da una lista de documentos. Esta lista es una sugerencia nuestra: cada documento puede mostrar algunos de los datos que usted dio.
    .hint = Elija o escriba todos los que tenga, por ejemplo: nota clínica e informe de MRI; todos; ninguno.
    .aloud = Le voy a leer una lista de documentos. Dígame, por favor, cuáles tiene a la mano.

## Choices: procedure

choice-procedure-vertebroplasty = Vertebroplastia
    .inline = la vertebroplastia
    .phrases = vertebroplastia | vertebroplastia percutánea | vertebro | vertebroplasty | PVP | VP
choice-procedure-kyphoplasty = Cifoplastia
    .inline = la cifoplastia
    .phrases = cifoplastia | kifoplastia | xifoplastia | cifoplastia percutánea | cifoplastia con balón | balón | cifo | kyphoplasty | kypho | PKP | BKP | KP
choice-procedure-sacroplasty = Sacroplastia
    .inline = la sacroplastia
    .phrases = sacroplastia | sacroplastia percutánea | aumento sacro | cemento en el sacro | sacro | sacroplasty | vertebroplastia sacra | cifoplastia sacra
choice-procedure-other_augmentation = Otro procedimiento de aumento
    .inline = el otro procedimiento de aumento
    .phrases = otro aumento | otro dispositivo | otro implante | aumento mecánico | aumento con implante | spinejack | spine jack | kiva | stent vertebral | stentoplastia | osseofix | mechanical augmentation
    .bare = otro | otra cosa | otro procedimiento

## Choices: what is treated

choice-cause-osteoporotic_fracture = Fractura osteoporótica por compresión
    .phrases = fractura osteoporótica por compresión | fractura por compresión osteoporótica | fractura osteoporótica | fractura por osteoporosis | fractura debida a osteoporosis | por osteoporosis | debida a osteoporosis | fractura por fragilidad | osteoporosis | osteoporótica | osteoporotic fracture | osteoporotic VCF | OVCF
choice-cause-injury_fracture = Fractura por traumatismo
    .phrases = fractura por traumatismo | fractura traumática | fractura por trauma | fractura por accidente | fractura por un golpe | fractura por una lesión | accidente de carro | accidente de auto | accidente de tránsito | traumatic fracture | MVA | MVC
    .bare = traumatismo | trauma | accidente | traumática
choice-cause-metastasis = Metástasis lítica (destruye el hueso)
    .phrases = metástasis lítica | metástasis osteolítica | metástasis líticas | metástasis osteolíticas | lytic metastasis | lytic mets
choice-cause-myeloma = Mieloma lítico (destruye el hueso)
    .phrases = mieloma múltiple | mieloma lítico | mieloma osteolítico | lesión de mieloma | multiple myeloma
    .bare = mieloma | myeloma | MM
choice-cause-plasmacytoma = Plasmocitoma (destruye el hueso)
    .phrases = plasmocitoma | plasmacitoma | plasmocitoma solitario | plasmacitoma solitario | plasmocitoma lítico | plasmacytoma
choice-cause-preventive = Prevención, sin fractura en este nivel
    .phrases = profiláctico | profiláctica | profilaxis | cemento profiláctico | preventivo | preventiva | prevención | para prevenir una fractura | prophylactic
choice-cause-chronic_pain = Dolor crónico de espalda, sin fractura
    .phrases = dolor crónico de espalda | dolor de espalda crónico | dolor lumbar crónico | lumbalgia crónica | chronic back pain | chronic LBP
    .bare = dolor crónico | dolor de espalda | lumbalgia
choice-cause-other = Otro motivo
    .phrases = ninguno de estos motivos
    .bare = otro | otra | otra cosa | ninguno de estos

## Choices: fracture

choice-fracture-none = Sin fractura
    .phrases = sin fractura | no hay fractura | no tiene fractura | ninguna fractura | no fracturada | fractura descartada | vértebra intacta | no fracture
    .bare = ninguna | no
choice-fracture-compression = Fractura por compresión
    .phrases = fractura por compresión | fractura vertebral por compresión | fractura de compresión | fractura por aplastamiento | aplastamiento vertebral | fractura en cuña | colapso vertebral | acuñamiento | compression fracture | VCF
    .bare = compresión | aplastamiento
choice-fracture-other = Otro tipo de fractura
    .phrases = otro tipo de fractura | otra fractura | fractura por estallido | fractura en estallido | fractura de chance | fractura patológica | burst fracture
    .bare = otra | otro | otro tipo | estallido | patológica

choice-fracture_cause-osteoporotic = Por osteoporosis
    .phrases = osteoporosis | osteoporótica | fragilidad | fractura por fragilidad | baja densidad ósea | por osteoporosis | osteoporotic
choice-fracture_cause-trauma = Por traumatismo
    .phrases = traumática | por trauma | por traumatismo | accidente de carro | accidente de auto | accidente de tránsito | MVA | MVC
    .bare = trauma | traumatismo | golpe | accidente
choice-fracture_cause-tumor = Por un tumor
    .phrases = por tumor | por un tumor | fractura maligna | por metástasis | por mieloma | por cáncer
    .bare = tumor | cáncer | maligna | metástasis | mieloma
choice-fracture_cause-other = Por otra causa
    .phrases = otra causa | por otra causa | una causa diferente
    .bare = otra | otro | otra cosa

choice-lesion-none = Sin lesión ni tumor
    .phrases = sin lesión | sin lesiones | no hay lesión | sin tumor | no hay tumor | sin cáncer | sin metástasis | no lesion | no tumor
    .bare = ninguna | ninguno | no
choice-lesion-osteolytic_myeloma = Lesión lítica por mieloma múltiple
    .phrases = lesión lítica por mieloma | lesión lítica por mieloma múltiple | mieloma lítico | lesión de mieloma | mieloma múltiple | multiple myeloma
    .bare = mieloma | myeloma | MM
choice-lesion-osteolytic_metastasis = Lesión lítica por metástasis
    .phrases = lesión lítica por metástasis | metástasis lítica | metástasis osteolítica | metástasis líticas | lytic metastasis | lytic mets
choice-lesion-osteolytic_plasmacytoma = Lesión lítica por plasmocitoma
    .phrases = lesión lítica por plasmocitoma | plasmocitoma | plasmacitoma | plasmocitoma solitario | plasmacitoma solitario | plasmacytoma
choice-lesion-osteolytic_other = Lesión lítica por otra causa
    .phrases = otra lesión lítica | otra lesión osteolítica | hemangioma lítico | hemangioma agresivo | linfoma lítico
    .bare = otra lítica
choice-lesion-not_osteolytic = Lesión que no es lítica
    .phrases = no lítica | no es lítica | no osteolítica | blástica | osteoblástica | esclerótica | metástasis blástica | blastic

choice-intent-this_fracture_or_lesion = Una fractura o lesión en este nivel
    .phrases = fractura en este nivel | lesión en este nivel | esta fractura | esta lesión | tratar la fractura | tratar la lesión
    .bare = fractura | lesión | fx
choice-intent-prophylactic = Prevenir una fractura más adelante
    .phrases = profiláctico | profilaxis | preventivo | prevención | para prevenir una fractura | prevenir una fractura | prophylactic
choice-intent-chronic_back_pain = Dolor crónico de espalda
    .phrases = dolor crónico de espalda | dolor de espalda crónico | dolor lumbar crónico | lumbalgia crónica | chronic back pain
    .bare = dolor crónico | dolor de espalda | lumbalgia

## Choices: hospital, walking, treatment

choice-hospital-no = No estuvo en el hospital por este dolor
    .phrases = no hospitalizado | no hospitalizada | no fue hospitalizado | no fue hospitalizada | no estuvo hospitalizado | no estuvo hospitalizada | no estuvo en el hospital | sin hospitalización | no fue ingresado | no fue ingresada | sin ingreso | no la internaron | no lo internaron | en casa | en su casa | se quedó en casa | paciente ambulatorio | paciente ambulatoria | not hospitalized | not admitted | nunca fue ingresado | nunca fue ingresada | nunca ingresado | nunca ingresada | no la ingresaron | no lo ingresaron
    .bare = no | nunca | ninguno | casa
choice-hospital-ed_or_observation = Solo emergencias u observación
    .phrases = sala de emergencias | sala de emergencia | sala de urgencias | emergencias | urgencias | fue a emergencias | fue a urgencias | la vieron en emergencias | lo vieron en emergencias | la mandaron a casa | lo mandaron a casa | la enviaron a casa | lo enviaron a casa | dada de alta de emergencias | dado de alta de emergencias | observación | en observación | solo observación | ER | ED | obs
choice-hospital-inpatient = Ingreso en el hospital
    .phrases = ingresado | ingresada | fue ingresado | fue ingresada | la ingresaron | lo ingresaron | internado | internada | la internaron | lo internaron | hospitalizado | hospitalizada | hospitalización | en el hospital | ha estado en el hospital | ingreso hospitalario | ingresada por dolor | ingresado por dolor | admitted | inpatient | hospitalized
    .bare = ingreso

choice-ambulation-independent = Camina sin ayuda
    .phrases = camina sin ayuda | camina solo | camina sola | camina bien | camina de forma independiente | deambula sin ayuda | deambula sola | deambula solo | puede caminar | sigue caminando | ambulatory | walks independently
    .bare = sin ayuda | independiente | camina | bien
choice-ambulation-with_aid = Camina con apoyo o con otra persona
    .phrases = camina con apoyo | camina con ayuda | con andador | usa andador | con un andador | usa un andador | con bastón | usa bastón | con un bastón | con muletas | usa muletas | deambula con ayuda | with a walker | uses a walker | with a cane | no puede caminar sin andador | no camina sin andador | no puede caminar sin bastón | no puede caminar sin ayuda | solo camina con andador
    .bare = andador | bastón | apoyo | con ayuda | muletas | walker
choice-ambulation-unable = No puede caminar
    .phrases = no puede caminar | no camina | no puede andar | no logra caminar | no es capaz de caminar | incapaz de caminar | no deambula | no puede deambular | encamado | encamada | postrado | postrada | postrado en cama | postrada en cama | no puede levantarse | no se puede levantar | no puede levantarse de la cama | no se levanta de la cama | bed-bound | bedbound | bedridden | non-ambulatory | can't walk | cannot walk
    .bare = no puede | nada

choice-treatment-none_yet = Todavía sin tratamiento
    .phrases = sin tratamiento | todavía sin tratamiento | aún sin tratamiento | no ha empezado | no ha comenzado | no ha recibido tratamiento | sin tratamiento conservador | sin terapia todavía | no treatment yet | no treatment
    .bare = ninguno | no | ninguno todavía | todavía ninguno | todavía no | aún no

choice-response-failed = No respondió
    .phrases = no respondió | no ha respondido | no responde | sin respuesta | sin mejoría | sin mejora | no mejoró | no ha mejorado | no mejora | sigue igual | sin alivio | no ayudó | no le ayudó | no funcionó | no le funcionó | no sirvió | no le sirvió | falló | fracasó | ha fracasado | refractario | failed | no improvement | no relief
choice-response-partial = Algo de alivio, pero el dolor sigue
    .phrases = alivio parcial | respuesta parcial | mejoría parcial | algo de alivio | poco alivio | leve mejoría | un poco mejor | algo mejor | mejoró un poco | ha mejorado un poco | mejor pero todavía le duele | mejor pero sigue el dolor | le ayudó un poco | some relief | partial relief | alivio mínimo | mejoría mínima
    .bare = parcial | parcialmente | algo | un poco
choice-response-intolerant = No lo toleró
    .phrases = no lo toleró | no la toleró | no toleró | no tolera | no pudo tolerar | no los toleró | intolerante | intolerancia | efectos secundarios | lo dejó por efectos secundarios | couldn't tolerate | could not tolerate
choice-response-responded = Respondió al tratamiento
    .phrases = respondió bien | respondió al tratamiento | responde bien | buena respuesta | mucho mejor | el dolor desapareció | el dolor se fue | ya no le duele | mejoró con el tratamiento | dolor controlado con tratamiento | responded well
    .bare = respondió | resuelto | funcionó

## Choices: imaging

choice-mri-edema = Edema de médula ósea
    .phrases = edema de médula ósea | edema óseo | edema medular | resonancia con edema | RM con edema | RMN con edema | MRI con edema | resonancia muestra edema | resonancia positiva para edema | edema en la resonancia | edema en la RM | edema en MRI | MRI edema | STIR positivo
    .bare = edema | positiva | positivo | con edema
choice-mri-no_edema = Sin edema de médula ósea
    .phrases = sin edema de médula ósea | sin edema óseo | sin edema | no hay edema | no muestra edema | resonancia sin edema | RM sin edema | RMN sin edema | MRI sin edema | resonancia negativa | RM negativa | MRI negativa | STIR negativo | no edema | sin evidencia de edema | no se ve edema | edema ausente
    .bare = no | negativa | negativo | ninguno
choice-mri-not_done = Resonancia no hecha todavía
    .phrases = resonancia no hecha | resonancia no realizada | no se ha hecho la resonancia | no se ha hecho resonancia | todavía no hay resonancia | resonancia pendiente | RM pendiente | MRI pendiente | resonancia ordenada | resonancia programada | esperando la resonancia | no MRI yet
    .bare = solo CT | solo una CT | solo un CT | solo TAC | solo un TAC | solo radiografía | solo una radiografía | solo rayos X | sin resonancia | sin RM | sin MRI | no hecha | no realizada | no se ha hecho | pendiente | ordenada | programada | todavía no
choice-mri-unavailable = No se puede hacer la resonancia
    .phrases = no se puede hacer la resonancia | no se puede hacer resonancia | no puede hacerse resonancia | no puede hacerse una resonancia | no puede hacerse la resonancia | resonancia no posible | resonancia imposible | resonancia contraindicada | RM contraindicada | MRI contraindicada | resonancia no disponible | RM no disponible | marcapasos | pacemaker | no compatible con resonancia | can't have MRI
    .bare = no se puede | no se puede hacer | imposible | contraindicada

choice-bone_scan-positive = Gammagrafía positiva
    .phrases = gammagrafía positiva | gammagrafía ósea positiva | gammagrafía confirma | gammagrafía con captación | captación en la gammagrafía | centellografía positiva | bone scan positivo | bone scan positive
    .bare = positiva | positivo | captación
choice-bone_scan-negative = Gammagrafía negativa
    .phrases = gammagrafía negativa | gammagrafía ósea negativa | gammagrafía normal | gammagrafía sin captación | centellografía negativa | bone scan negativo | bone scan negative
    .bare = negativa | negativo | sin captación | normal | no
choice-bone_scan-not_done = Gammagrafía no hecha todavía
    .phrases = gammagrafía no hecha | no se ha hecho la gammagrafía | todavía no hay gammagrafía | gammagrafía pendiente | gammagrafía programada | esperando la gammagrafía | bone scan pendiente
    .bare = sin gammagrafía | no bone scan | no hecha | no realizada | no se ha hecho | pendiente | ordenada | programada | todavía no
choice-bone_scan-unavailable = No se puede hacer la gammagrafía
    .phrases = no se puede hacer la gammagrafía | no se puede hacer gammagrafía | gammagrafía no posible | gammagrafía contraindicada | gammagrafía no disponible | bone scan no disponible
    .bare = no se puede | no se puede hacer | imposible | contraindicada

choice-spect_ct-positive = SPECT/CT positivo
    .phrases = SPECT/CT positivo | SPECT positivo | SPECT/CT confirma | SPECT confirma | SPECT/CT con captación | captación en el SPECT/CT | SPECT/CT positive
    .bare = positivo | positiva | captación
choice-spect_ct-negative = SPECT/CT negativo
    .phrases = SPECT/CT negativo | SPECT negativo | SPECT/CT normal | SPECT/CT sin captación | SPECT/CT negative
    .bare = negativo | negativa | sin captación | normal | no
choice-spect_ct-not_done = SPECT/CT no hecho todavía
    .phrases = SPECT/CT no hecho | SPECT no hecho | no se ha hecho el SPECT/CT | no se ha hecho SPECT | todavía no hay SPECT/CT | SPECT/CT pendiente | SPECT pendiente | SPECT/CT programado | esperando el SPECT/CT
    .bare = sin SPECT/CT | sin SPECT | no SPECT/CT | no hecho | no realizado | no se ha hecho | pendiente | ordenado | programado | todavía no
choice-spect_ct-unavailable = No se puede hacer el SPECT/CT
    .phrases = no se puede hacer el SPECT/CT | no se puede hacer SPECT/CT | no se puede hacer SPECT | SPECT/CT no posible | SPECT/CT imposible | SPECT/CT contraindicado | SPECT/CT no disponible | SPECT no disponible
    .bare = no se puede | no se puede hacer | imposible | contraindicado

## Choices: infection and stability

choice-osteomyelitis-none = Sin osteomielitis
    .phrases = sin osteomielitis | no hay osteomielitis | no tiene osteomielitis | sin infección | no hay infección | no tiene infección | sin infección ósea | sin discitis | infección descartada | no infection | no osteomyelitis | sin evidencia de osteomielitis | sin evidencia de infección | sin signos de infección | osteomielitis descartada | negativo para infección
    .bare = ninguna | no
choice-osteomyelitis-elsewhere = Osteomielitis en otro lugar
    .phrases = osteomielitis en otro lugar | osteomielitis en otro sitio | osteomielitis en otro nivel | infección en otro nivel | infección ósea en otro lugar | osteomielitis del pie
    .bare = en otro lugar | en otro sitio | otro lugar | otro nivel | en otro nivel
choice-osteomyelitis-surgical_site = Osteomielitis en este nivel
    .phrases = osteomielitis en el nivel | osteomielitis en este nivel | osteomielitis en tratamiento en este nivel | osteomielitis tratada en este nivel | osteomielitis de este nivel | osteomielitis en el sitio | osteomielitis en el sitio quirúrgico | infección en el nivel | infección en este nivel | infección en el sitio | discitis en este nivel | discitis en el nivel
    .bare = en el nivel | en este nivel | este nivel | en el sitio | aquí

choice-instability-none = Sin fractura inestable
    .phrases = sin fractura inestable | no hay fractura inestable | sin inestabilidad | no inestable | no es inestable | columna estable | estable | fractura estable | mecánicamente estable | no instability | stable | sin evidencia de inestabilidad | sin signos de inestabilidad
    .bare = ninguna | no
choice-instability-elsewhere = Fractura inestable en otro nivel
    .phrases = inestable en otro nivel | fractura inestable en otro nivel | inestabilidad en otro nivel | inestable en otro lugar | fractura inestable en otro lugar
    .bare = en otro nivel | otro nivel | en otro lugar
choice-instability-treated_level = Fractura inestable en este nivel
    .phrases = inestable | fractura inestable | inestable en este nivel | inestable en el nivel | fractura inestable en este nivel | inestabilidad en este nivel | fractura inestable en el nivel tratado | inestable en el nivel tratado
    .bare = en este nivel | este nivel | en el nivel | nivel tratado | aquí

## Choices: plan

choice-line_of_business-commercial = Plan comercial (no FEP)
    .phrases = comercial | plan comercial | no FEP | no es federal | no es FEP | PPO | HMO | plan del empleador
choice-line_of_business-fep = Programa de empleados federales (FEP)
    .phrases = FEP | programa de empleados federales | empleado federal | empleada federal | plan federal | FEHB
    .bare = federal

## Records

document-clinical_note = Nota clínica
    .phrases = nota clínica | nota de la clínica | nota del consultorio | nota de evolución | nota de consulta | notas clínicas | nota médica | historia clínica | clinical note | office note | H&P
    .shows = Los síntomas, la causa y el inicio de la fractura, cómo camina, qué tan fuerte es el dolor, y lo que se dice de infección y estabilidad.
document-bone_health_record = Estudio de salud ósea
    .phrases = registro de salud ósea | densitometría | densidad ósea | estudio de osteoporosis | DEXA | DXA
    .shows = La causa de la fractura.
document-treatment_record = Historial de tratamiento
    .phrases = registro de tratamiento | notas de tratamiento | notas de terapia | notas de terapia física | notas de fisioterapia | lista de medicamentos | registro de medicamentos | PT notes
    .shows = Cuándo empezó y terminó el tratamiento conservador, y cómo respondió el dolor.
document-hospital_record = Historial del hospital
    .phrases = registro del hospital | registros del hospital | resumen de alta | hoja de alta | nota de ingreso | notas del hospital | registro de emergencias | notas de emergencias | discharge summary
    .shows = Si el paciente estuvo en el hospital por el dolor, y de qué manera.
document-oncology_record = Historial de oncología
    .phrases = registro de oncología | nota de oncología | notas de oncología | patología | informe de patología | biopsia | informe de biopsia
    .shows = Qué tipo de lesión es.
document-mri_report = Informe de resonancia (MRI)
    .phrases = informe de resonancia | informe de la resonancia | informe de MRI | informe de RM | reporte de resonancia | reporte de la resonancia | reporte de MRI | resultado de la resonancia | resultado de MRI | MRI report
    .shows = Si hay edema de médula ósea, qué tipo de fractura es y si es estable.
    .bare = resonancia | MRI | RM | RMN
document-bone_scan_report = Informe de gammagrafía ósea
    .phrases = informe de gammagrafía | informe de la gammagrafía | informe de gammagrafía ósea | reporte de gammagrafía | informe de medicina nuclear | bone scan report
    .shows = Lo que la gammagrafía dice de la fractura.
    .bare = gammagrafía | bone scan
document-spect_ct_report = Informe de SPECT/CT
    .phrases = informe de SPECT/CT | informe del SPECT | informe de SPECT | reporte de SPECT/CT | resultado del SPECT/CT | SPECT/CT report
    .shows = Lo que el SPECT/CT dice de la fractura, y si es estable.
    .bare = SPECT/CT | SPECT
document-ct_report = Informe de tomografía (CT)
    .phrases = informe de tomografía | informe de la tomografía | informe de CT | informe de TAC | reporte de tomografía | reporte de CT | resultado de la tomografía | CT report
    .shows = Qué tipo de fractura es y si es estable.
    .bare = tomografía | CT | TAC | TC
document-xray_report = Informe de radiografía
    .phrases = informe de radiografía | informe de la radiografía | informe de rayos X | reporte de radiografía | reporte de rayos X | resultado de la radiografía | X-ray report
    .shows = Qué tipo de fractura es.
    .bare = radiografía | rayos X | placa | X-ray | XR

## Facts

fact-procedure = Procedimiento
fact-line_of_business = Tipo de plan
fact-spinal_region = Parte de la columna
fact-fracture = Tipo de fractura
fact-fracture_cause = Causa de la fractura
fact-symptomatic = Síntomas
fact-fracture_onset = Inicio de la fractura
fact-conservative_treatment = Tratamiento conservador
fact-conservative_response = Respuesta al tratamiento
fact-hospitalized_for_pain = Atención en el hospital por dolor
fact-ambulation = Cómo camina
fact-lesion = Lesión ósea o tumor
fact-severe_lesion_pain = Dolor severo por la lesión
fact-mri = Resonancia (MRI)
fact-bone_scan = Gammagrafía ósea
fact-spect_ct = Estudio SPECT/CT
fact-osteomyelitis = Osteomielitis
fact-unstable_fracture = Fractura inestable
fact-intent = Propósito

## Criteria, in our own words

criterion-A = Una fractura de la columna por compresión, debida a osteoporosis, causa síntomas, y 42 días (6 semanas) o más de atención sin un procedimiento no han funcionado.
    .short = Fractura osteoporótica con 6 semanas de tratamiento fallido
criterion-B = Una fractura de la columna por compresión, debida a osteoporosis, causa síntomas, empezó hace menos de 42 días y llevó a una hospitalización para controlar el dolor o no deja caminar al paciente.
    .short = Fractura osteoporótica nueva con hospitalización o sin poder caminar
criterion-C = Una lesión de la columna que destruye hueso, por mieloma múltiple o por un cáncer que se ha extendido, causa dolor severo.
    .short = Dolor severo por una lesión lítica
criterion-T1 = Una gammagrafía ósea, un SPECT/CT o una resonancia con edema de médula muestra la fractura, y está en la columna torácica o lumbar; en la lista de la política no hay ningún otro estudio.
    .short = Fractura que se ve en un estudio de imagen
criterion-T2 = No hay infección del hueso (osteomielitis) donde se hará el procedimiento.
    .short = Sin infección en el sitio
criterion-T3 = Ninguna vértebra tiene una fractura inestable.
    .short = Sin fractura inestable
criterion-vertebral_level = El nivel que se va a tratar es cervical, torácico o lumbar, no uno del sacro.
    .short = Nivel por encima del sacro
criterion-intent = El procedimiento es para una fractura o lesión que existe ahora, no para prevenir ni para el dolor crónico de espalda.
    .short = Propósito del procedimiento

path-A = Vía A: fractura osteoporótica, 6 semanas de tratamiento
path-B = Vía B: fractura osteoporótica de menos de 6 semanas
path-C = Vía C: dolor severo por una lesión lítica

disposition-investigational = Según sus respuestas, no se cumple ninguna vía de la política, y la política considera este uso en investigación.
    .short = En investigación según la política

rule-augmentation = La política da tres vías para la vertebroplastia y la cifoplastia y considera en investigación todos los demás usos, porque no cumplen los criterios de tecnología 2, 3, 4 y 5.
    .elsewhere = { $level } está en el sacro. ¿Es correcto este nivel?
rule-sacroplasty = La política considera la sacroplastia en investigación para cualquier diagnóstico, porque no cumple los criterios de tecnología 2, 3, 4 y 5.

tec-1 = Las agencias responsables de Estados Unidos terminaron su revisión y permiten la tecnología.
tec-2 = Los estudios bastan para decir qué efecto tiene la tecnología en la salud.
tec-3 = La tecnología mejora la salud, si se mira todo en conjunto.
tec-4 = La tecnología ayuda al menos tanto como los tratamientos usuales.
tec-5 = El beneficio se ve también fuera de los estudios, en la atención diaria.

## Readings: where the policy can be read in two ways

reading-tail = La tercera viñeta termina con más condiciones sobre imagen, infección y estabilidad. Se pueden leer solo como parte de esa viñeta, o como parte de las tres.
reading-tail-all_pathways = Las condiciones sobre imágenes, infección y estabilidad valen para las tres viñetas.
reading-tail-osteolytic_only = Las condiciones sobre imágenes, infección y estabilidad valen solo para la tercera viñeta.
reading-ambulation_clock = La segunda viñeta habla de fracturas nuevas y de dolor que impide caminar. La parte sobre caminar se puede leer solo para fracturas de menos de 6 semanas, o para fracturas de cualquier edad.
reading-ambulation_clock-under_6_weeks = El dolor que impide caminar cuenta solo mientras la fractura tiene menos de 6 semanas.
reading-ambulation_clock-any_age = El dolor que impide caminar cuenta sin importar la antigüedad de la fractura.
reading-ambulation_level = La política no dice qué significa que el dolor impida caminar. Se puede leer como no caminar en absoluto, o también como caminar solo con apoyo o con otra persona.
reading-ambulation_level-unable_only = Solo cuenta no poder caminar nada.
reading-ambulation_level-aid_counts = También cuenta caminar solo con un apoyo o con ayuda de alguien.
reading-hospital = La política no dice qué cuenta como atención en el hospital. Se puede leer solo como ingreso, o también como emergencias u observación.
reading-hospital-inpatient_only = Solo cuenta estar ingresado en el hospital.
reading-hospital-observation_counts = También cuenta la atención en urgencias o en observación.
reading-failure = La política no dice qué cuenta como tratamiento que falló. Se puede leer solo como ninguna respuesta, o también como algo de alivio con dolor que sigue, o como un tratamiento que no se toleró.
reading-failure-failed_only = El tratamiento fracasó solo si no hubo ninguna respuesta.
reading-failure-partial_or_intolerant_counts = También cuenta como fracaso un alivio parcial con dolor que sigue, o un tratamiento que no se toleró.
reading-unstable = La política no dice dónde importa una fractura inestable. Se puede leer como cualquier nivel de la columna, o solo como el nivel que se va a tratar.
reading-unstable-any_vertebra = Importa una fractura inestable en cualquier nivel de la columna.
reading-unstable-treated_level_only = Solo importa una fractura inestable en el nivel que se va a tratar.
reading-plasmacytoma = La política nombra el mieloma múltiple y no nombra el plasmocitoma. El plasmocitoma se puede leer como otra cosa, o como una forma de la misma enfermedad.
reading-plasmacytoma-not_myeloma = El plasmocitoma es otra cosa y no cuenta.
reading-plasmacytoma-counts = El plasmocitoma cuenta como una forma de mieloma múltiple.
reading-intent = Una nota en el historial de la política dice para qué no se usa la vertebroplastia. Se puede leer como una regla que excluye esos usos, o solo como información.
reading-intent-excludes = La nota es una regla: se excluyen la prevención y el dolor de espalda de largo plazo.
reading-intent-informational = La nota es solo un antecedente y no excluye nada.

## What cannot both be right

constraint-treatment_after_fracture = El tratamiento de esta fractura no puede haber empezado antes que la fractura. Por favor, revise las dos fechas; una de ellas tiene que ser otra.

## Who can usually supply an answer

supplier-scheduling = la orden o la oficina de citas
supplier-clinician = la nota del médico
supplier-radiology = el informe de radiología
supplier-oncology = el historial de oncología
supplier-hospital = el historial del hospital
supplier-treatment = el historial de tratamiento, como notas de terapia o de la clínica del dolor
supplier-billing = la oficina de facturación
supplier-records = la oficina de expedientes

## Notes

note-fep = Miembro de FEP: el contrato del miembro dice qué beneficios se aplican. Por favor, revíselo.
    .if = Si el miembro es de FEP, el contrato del miembro dice qué beneficios se aplican. En ese caso, por favor, revíselo.
note-incidental_kyphoplasty = Beneficios del plan: no se agrega nada por la cifoplastia cuando la vertebroplastia se reporta como un procedimiento aparte; la política la cuenta como parte de la vertebroplastia.
note-incidental_across_levels = Los dos procedimientos son en niveles diferentes. La política no dice si la regla de beneficios se aplica entre niveles; por favor, pregunte al pagador.
note-levels_differ = Los niveles tienen resultados diferentes. La política habla de pacientes, no de niveles, así que el pagador puede leerla para la solicitud completa.
note-preauthorization = La política pide autorización previa antes del tratamiento.
note-where_to_submit = Para enviar la solicitud, use el portal provider.carefirst.com o el teléfono 1-866-773-2884.
note-call_the_payer = Llame al pagador al 1-866-773-2884 y pregunte cómo se maneja esta solicitud.
note-may_still_submit = Aun así puede enviar la solicitud; el pagador decide.
note-codes_category_1 = La política pide los códigos de procedimiento de Categoría I que correspondan a la vertebroplastia o la cifoplastia; no da números.
note-codes_category_3 = La política pide el código de procedimiento de Categoría III para el aumento sacro; no da el número.
note-sacral_level = Se solicita un nivel del sacro. Por anatomía esto es una sacroplastia, sin importar el nombre que use la solicitud.
note-sacroplasty_evidence = La revisión de 2012 de la política encontró sobre todo estudios pequeños sin grupo de comparación.
note-code_follows_level = El nivel tratado decide qué código de procedimiento se aplica, aunque la solicitud nombre otro.
    .source = el conjunto de códigos de la American Medical Association; sus números no son parte de esta política
note-diagnosis_codes = Familias comunes de ICD-10-CM son M80.08 y M80.88 (osteoporosis con fractura actual), M84.58 (fractura en una enfermedad tumoral), C79.51 (metástasis ósea), C90.0 (mieloma múltiple), M46.2 (infección ósea de una vértebra), y S22.0 y S32.0 (traumatismo). M80.08 y M84.58 no dicen el nivel.
    .source = ICD-10-CM, de dominio público
