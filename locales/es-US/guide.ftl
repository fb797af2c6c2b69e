### The words of the handbook that `preauth guide` writes and of the pictures that `preauth graph` draws, for every policy.
### Each text stands on one line. The same ids and variables stand in every language.

## The cover
guide-title = Manual: { $policy }
guide-lead = Este manual es para la enfermera o el director médico que da el visto bueno a esta política antes de que se pregunte a los consultorios. Dice todo lo que el programa pregunta, cuenta y responde.
guide-contents = Contenido
guide-skip = Ir al manual
guide-footer = Manual de { $name }, texto hasta { $through }, sello { $seal }. Si cambia cualquier archivo, cambia el sello.

## About
guide-about = De qué trata este manual
guide-about-title = Política
guide-about-name = Nombre de la política en sus archivos
guide-about-through = Texto de la política del pagador hasta
guide-about-version = Versión que imprimen los resultados
guide-about-cases = Casos de prueba
guide-about-cases-hold = { $count }. Cada uno recibe el resultado que debe. Prueban los archivos tal como están, antes de que el centro decida nada.
guide-about-cases-none = Ninguno.
guide-about-files = Huella de cada archivo
guide-about-seal = Sello: una sola huella de todos los archivos y de las lecturas ya decididas
guide-about-source = Todo lo que dice este manual se hace con la misma política y las mismas preguntas que usa el programa, así que los dos no pueden ser distintos. Una huella es un número que cambia cuando cambia un archivo.
guide-about-words = El programa dice la política con sus propias palabras. Junto a cada punto está el lugar en la política del pagador. Por favor, compárelos.
guide-about-lists = Las condiciones se muestran como listas. "Todo esto" significa que debe cumplirse cada punto de abajo. "Al menos uno de estos puntos" significa que uno basta. Una respuesta que no consta no cuenta ni como sí ni como no.

## Results
guide-results = Qué puede resultar
guide-results-lead = Cada procedimiento en cada nivel recibe uno de estos resultados. Se revisan en este orden y se da el primero que corresponde.
guide-results-caption = Los resultados y cuándo se da cada uno
guide-result = Resultado
guide-result-says = Lo que lee el consultorio
guide-result-when = Cuándo se da
guide-results-extremes = "La más estricta" y "la más flexible" significan que todas las dudas abiertas sobre el texto se leen así a la vez. Si el centro ya decidió una duda, solo cuenta esa decisión.
guide-results-days = Los plazos se cuentan de nuevo cada día, así que un resultado puede cambiar solo por el calendario. El resultado dice el día en que podría cambiar.
guide-when-inconsistent = Dos respuestas no pueden ser ciertas a la vez, sin importar lo que todavía no se sabe.
guide-when-not_addressed = El procedimiento no está entre los que nombra la política.
guide-when-submit = Una vía se cumple con la lectura usual y con la más estricta, y los documentos a la mano lo muestran.
guide-when-submit_with_note = Una vía se cumple con la lectura usual y los documentos a la mano lo muestran, pero con la lectura más estricta falta saber algo.
guide-when-payer_review = Una vía se cumple con la lectura usual y no puede cumplirse con la más estricta; o ninguna vía puede cumplirse con la lectura usual, y con la más flexible alguna se cumple o sigue abierta.
guide-when-documentation_needed = Con la lectura usual todavía no se sabe si se cumple una vía; o una vía se cumple, y los documentos a la mano no lo muestran.
guide-when-investigational = Ninguna vía puede cumplirse, ni con la lectura usual ni con la más flexible, sin importar lo que todavía no se sabe.

## What is requested
guide-requested = Qué se puede solicitar
guide-procedures-caption = Los procedimientos
guide-procedure-head = Procedimiento
guide-procedure-rule = Qué dice la política
guide-not-named = La política no lo nombra.
guide-regions = La política distingue estos niveles. Cada nivel de una solicitud recibe su propio resultado.
guide-levels = Niveles { $first } a { $last }

## Rules
guide-rules = Reglas y vías
guide-rules-lead = Una regla se cumple cuando se cumple todo lo que exige y al menos una de sus vías.
guide-requires = Se exige en todas las vías:
guide-every-path = Todas las vías de { $procedures }
guide-no-paths = Esta regla no tiene ninguna vía, así que nunca se cumple.
guide-otherwise = Dónde habla la política de los demás usos
guide-otherwise-tec = Criterios de tecnología que señala como no cumplidos
guide-handled-as = Cuando esto no se cumple: "{ $criterion }", el resultado se explica con la regla de: { $procedures }.
guide-path-lead = Esta vía se cumple cuando se cumple todo esto:

## Conditions
guide-all = Todo esto:
guide-any = Al menos uno de estos puntos:
guide-not = Esto no debe cumplirse:
guide-at-least = Al menos { $count } de estos puntos:
guide-is = { $fact }: { $value }
guide-is-one-of = { $fact }, una de estas respuestas: { $values }
guide-answer = “{ $answer }”
guide-plain = { $text }
guide-began-from = { $fact }: hace { $days } días o más
guide-began-below = { $fact }: hace menos de { $days } días
guide-began-within = { $fact }: hace { $least } a { $most } días
guide-lasted-from = { $fact }: ha durado { $days } días o más
guide-lasted-below = { $fact }: ha durado menos de { $days } días
guide-lasted-within = { $fact }: ha durado { $least } a { $most } días
guide-number-from = { $fact }: { $number } o más
guide-number-below = { $fact }: menos de { $number }
guide-number-within = { $fact }: { $least } a { $most }
guide-is-read = La política se lee así: { $value } { $state }
guide-reading-in-use = (En uso, así que este punto se cumple.)
guide-reading-not-in-use = (No está en uso, así que este punto no se cumple.)

## Criteria
guide-criteria = Criterios
guide-criteria-lead = Estos son todos los criterios de la política, en el orden del pagador y con nuestras palabras, con lo que el programa revisa para cada uno.
guide-criterion-met = Se cumple cuando se cumple esto:
guide-cited = Lugar en la política
guide-used-by = Se usa en
guide-shown-by = Documentos que pueden mostrarlo
guide-name-in-file = Nombre en el archivo
guide-list-closed = La lista de la política es completa: solo cuenta { $facts }.
guide-list-open = La política solo da ejemplos, así que también cuentan otros. Esto trata de: { $facts }.

## Boundaries
guide-thresholds = Límites
guide-thresholds-lead = Estas tablas muestran cada límite: qué se cumple uno por debajo, justo en él y uno por encima.
guide-thresholds-days = Los días son días transcurridos. El día en que algo empezó es el día 0, y el siguiente es el día 1. Solo se cuentan días, nunca semanas ni meses.
guide-boundary-days = { $fact }: límite en el día { $days }
guide-boundary-number = { $fact }: límite en { $number }
guide-asked-for = Qué se pide
guide-asked-by = Lo pide
guide-days-ago = En el día { $days }
guide-days-long = Después de { $days } días
guide-number = { $number }
guide-holds = se cumple
guide-holds-not = no se cumple

## Readings
guide-readings = Dudas abiertas sobre el texto
guide-readings-lead = En estos puntos la política se puede leer de más de una manera. El programa usa la lectura usual hasta que el centro decida la duda en su configuración, con un motivo y una fecha. Por favor, revise cada una.
guide-reading-title = Duda { $number }: { $about } ({ $cite })
guide-reading-caption = Las maneras de leerlo, de la más estricta a la más flexible
guide-reading-value = Lectura
guide-reading-state = Estado
guide-strictest = la más estricta
guide-most-lenient = la más flexible
guide-the-default = la usual
guide-settled-here = decidida por el centro
guide-in-use = en uso
guide-reading-hangs = Qué depende de ella
guide-reading-decision = Decisión del centro
guide-not-settled = Sin decidir. Una solicitud que depende de ella se marca para el pagador.
guide-to-settle = Para decidirla, en la configuración
guide-settled = Decidida: “{ $value }”
guide-settled-on = Decidida el { $date }: “{ $value }” Motivo: { $reason }

## Constraints
guide-constraints = Fechas que no pueden ser ciertas a la vez
guide-constraints-lead = Si las respuestas no respetan uno de estos puntos, no hay resultado hasta que se corrija una de las fechas.
guide-constraints-caption = Reglas entre fechas
guide-constraint-rule = Regla
guide-constraint-says = Lo que lee el consultorio
guide-starts-after = { $later }: no puede empezar un día antes de esto: { $earlier }. El mismo día es posible.

## Questions
guide-questions = Preguntas
guide-questions-lead = Las preguntas están en el orden en que se hacen. La siguiente pregunta es siempre la primera de este orden que todavía puede cambiar el resultado. Una pregunta que no puede cambiarlo no se hace.
guide-questions-record = Donde una respuesta puede ser "no consta", el consultorio siempre puede decirlo. No decide nada, nunca se toma como un no, y la pregunta no se repite. Lo que no se puede decidir sin ella queda abierto en el resultado.
guide-questions-free = El consultorio puede responder con sus propias palabras y contestar varias preguntas a la vez. Las fechas y las respuestas libres se repiten antes de que cuenten. Cualquier respuesta se puede cambiar después.
guide-this-level = el nivel
guide-the-procedure = el procedimiento
guide-asked-when = Cuándo se pregunta
guide-asked-first = Siempre, como primera pregunta.
guide-asked-on-request = Nunca por sí sola. El consultorio puede decirlo o cambiarlo en cualquier momento.
guide-asked-needed = Mientras esto todavía pueda cambiar el resultado y no se sepa: { $facts }.
guide-asked-levels = Mientras esto todavía pueda cambiar el resultado: { $facts }. Si se solicitan varios procedimientos, los niveles de cada uno se preguntan antes que lo demás.
guide-asked-documents = Una vez que se cumple una vía con la lectura usual, para los documentos que pueden mostrar lo que se dijo.
guide-asked-for_notes = Una vez que se cumple una vía con la lectura usual, porque de ella depende una nota. No decide nada.
guide-several = Se pueden elegir varias. La que no se elige cuenta como un no.
guide-document-asked = La política lo pide: { $cite }
guide-document-suggested = Sugerencia nuestra
guide-document-origin = Quién lo pide
guide-level-count = Los niveles de una solicitud juntos dan también esto: { $fact }.
guide-needed-for = Hace falta para:
guide-about-what = De qué trata la respuesta
guide-per-request = La solicitud entera; se pregunta una vez.
guide-per-procedure = Cada procedimiento.
guide-per-place = Cada nivel que se va a tratar.
guide-typed-as = Cómo responder
guide-settles = Datos que aclara
guide-supplied-by = Quién suele saberlo
guide-may-be-open = Es posible. Lo que depende de ella queda abierto, y el resultado la señala como faltante donde importa.
guide-never-open = No se ofrece para esta pregunta.
guide-again = Se pregunta otra vez
guide-again-when = En un día posterior, si el calendario por sí solo cambió el resultado desde que se dio la respuesta.
guide-choices-caption = Respuestas que se ofrecen
guide-choice = Respuesta
guide-choice-sets = Qué aclara
guide-gives-procedure = El procedimiento solicitado.
guide-gives-document = Este documento está a la mano. Puede mostrar: { $facts }.
guide-gives-nothing = Nada por sí sola; después se pregunta lo que todavía importa.
guide-none-yet = no ha empezado

## Documents
guide-documents = Documentos
guide-documents-lead = Lo que dice el consultorio cuenta para los criterios. Un documento a la mano lo muestra. Si una vía se cumple solo con lo que se dijo, el resultado señala los documentos que faltan.
guide-documents-caption = Los documentos y lo que puede mostrar cada uno
guide-document = Documento
guide-document-shows = Lo que lee el consultorio
guide-document-facts = Datos que puede mostrar
guide-documents-stated = La solicitud misma dice esto, así que ningún documento tiene que mostrarlo: { $facts }.

## Notes
guide-notes = Notas
guide-notes-lead = Las notas acompañan un resultado. Nunca lo cambian.
guide-notes-caption = Las notas y cuándo se muestra cada una
guide-note = Nota
guide-note-when = Cuándo se muestra
guide-note-place = Dónde aparece
guide-note-if = Mientras no se sepa: { $note }
guide-note-above = Encima del resultado
guide-note-beside = Junto al resultado
guide-note-below = Entre los detalles
guide-note-outside = No es de la política. Fuente: { $source }
guide-note-own = Una frase nuestra
guide-note-always = Con todos los resultados.
guide-note-where = Cuando se cumple esto:
guide-note-procedures = Para: { $procedures }.
guide-note-dispositions = Con estos resultados: { $dispositions }.
guide-note-not-met = Cuando esto no se cumple: { $criterion }.
guide-note-unless = Salvo que esto no se cumpla: { $criterion }.
guide-note-together = Cuando una solicitud pide todo esto: { $procedures }.
guide-note-together-apart = Cuando una solicitud pide todo esto en niveles distintos: { $procedures }.
guide-note-disagree = Cuando los niveles de una solicitud reciben resultados distintos.

## Technology criteria and history
guide-tec = Criterios de tecnología
guide-tec-lead = La política nombra estos criterios donde considera que un uso está en investigación.
guide-tec-caption = Los criterios de tecnología
guide-tec-text = Criterio
guide-tec-named = Señalado como no cumplido para
guide-history = Historia del texto
guide-history-lead = Un resultado cita estos lugares de la historia de la política cuando tratan de lo que se revisó.
guide-history-caption = Actualizaciones que citan los resultados
guide-history-update = Lugar en la política
guide-history-about = De qué trata

## Examples
guide-examples = Ejemplos
guide-examples-lead = Para cada resultado, esta es la conversación más corta entre los casos de prueba de la política, tal como la lleva el programa. Antes del resultado se repiten las fechas y se resumen las respuestas; aquí eso se omite.
guide-no-example = Ningún caso de prueba lleva a este resultado en una conversación.
guide-example-day = Esta conversación ocurre el { $day }. Preguntas hechas: { $count }.
guide-example-result = Lo que lee el consultorio al final:
guide-office = Consultorio
guide-service = Programa

## To be signed
guide-sign = Visto bueno
guide-sign-statement = Comparé este manual con la política del pagador, texto hasta { $through }, y lo que dice de { $name } es correcto. Esto vale para los archivos con estas huellas y para ningún otro.
guide-sign-name = Nombre
guide-sign-role = Cargo
guide-sign-date = Fecha
guide-sign-signature = Firma
guide-sign-changed = Cuando un archivo cambia, cambia su huella, y este visto bueno no vale para el archivo nuevo.

## The pictures
graph-dialog = Preguntas: { $policy }
graph-criteria = Criterios: { $policy }
graph-dialog-about = Las preguntas están en el orden en que se hacen; la que ya no puede cambiar el resultado no se hace. Cada respuesta está junto a su pregunta, con lo que aclara.
graph-criteria-about = Cada regla lleva a sus vías, cada vía a sus criterios y cada criterio a lo que revisa. Lo que se usa en varios lugares se dibuja una vez y en los demás se nombra.
graph-see = Véase: { $what }
graph-rule = Regla de { $procedures }
graph-shared = Parte compartida: { $name }
graph-legend = Leyenda
graph-of-transcripts = Veces que aparece, de { $count } conversaciones de prueba
graph-of-sessions = Veces que aparece, de { $count } sesiones guardadas
graph-decided-of-transcripts = Veces que decidió el resultado, de { $count } conversaciones de prueba
graph-decided-of-sessions = Veces que decidió el resultado, de { $count } sesiones guardadas
graph-never = nunca
graph-times = { $count }×
graph-band = de { $least } a { $most } veces
graph-band-one = { $count } veces
graph-stays-open = No decide nada; queda abierto.
graph-kind-question = pregunta
graph-kind-answer = respuesta
graph-kind-rule = regla o vía
graph-kind-criterion = criterio o parte compartida
graph-kind-connective = cómo se unen las condiciones
graph-kind-test = lo que se revisa
graph-kind-see = dibujado en otro lugar
