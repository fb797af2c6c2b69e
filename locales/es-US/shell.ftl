### Everything that is not about one policy. Each text stands on one line; only lists of phrases (between `|`) may be
### broken. The same ids, attributes and variables stand in every language.

## Yes, no, not on record

yes = Sí
    .phrases = sí | s | sip | sí por favor | así es | claro | correcto | de acuerdo | está bien | ok | okay | cierto | verdad | afirmativo | confirmo | confirmado | yes | y
no = No
    .phrases = no | n | nop | no es así | incorrecto | no es correcto | está mal | equivocado | falso | negativo
not_on_record = No consta
    .phrases = no consta | no está en el expediente | no está en el registro | no está documentado | no documentado | no dice | no lo dice | no se menciona | no sé | no lo sé | no sabemos | no estoy seguro | no estoy segura | no hay dato | sin dato | desconocido | se desconoce | n/a | na | no disponible | omitir | saltar
documents-all = Todos estos
    .phrases = todos | todas | ambos | ambas | los dos | las dos | todos ellos | todos estos | todo | los tenemos todos | tenemos todo | todos a la mano
documents-none = Ninguno de estos
    .phrases = ninguno | ninguna | ninguno de los dos | ninguna de las dos | ninguna de ellas | ninguna de estas | no a ambas | no a ambos | no a las dos | no a los dos | ni lo uno ni lo otro | ni una ni otra | no a todo | ninguno de ellos | ninguno de estos | sin documentos | nada | nada todavía | no tenemos ninguno

## Things a person can say at any time: name, typed forms, one line for the help list

verb-help = Ayuda
    .phrases = ayuda | ? | por qué | por qué pregunta | para qué | qué quiere decir | qué significa | explique | explicación | help
    .about = Dice por qué se pregunta esto y a qué parte de la política corresponde.
verb-back = Atrás
    .phrases = atrás | volver | regresar | anterior | pregunta anterior | deshacer | back
    .about = Regresa a la pregunta anterior.
verb-edit = Cambiar una respuesta
    .phrases = cambiar | cambiar una respuesta | editar | editar una respuesta | corregir | corregir una respuesta | modificar | edit
    .about = Cambia cualquier respuesta anterior.
verb-not_on_record = { not_on_record }
    .phrases = { not_on_record.phrases }
    .about = Deja la pregunta pendiente cuando el expediente no lo dice.
verb-summary = Resumen
    .phrases = resumen | revisar | ver respuestas | ver mis respuestas | mis respuestas | mostrar respuestas | summary
    .about = Muestra todas las respuestas hasta ahora.
verb-status = Estado
    .phrases = estado | hola | hola de nuevo | buenos días | buenas tardes | gracias | muchas gracias | estado del caso | en qué vamos | cómo va el caso | cuánto falta | cuántas preguntas faltan | status
    .about = Dice en qué punto está el caso y repite la pregunta pendiente.
verb-details = Detalles
    .phrases = detalles | ver detalles | ver los detalles | más detalles | resultado completo | ver el resultado completo | ver los criterios | details
    .about = Muestra en qué se apoya el resultado: criterios, lugares de la política y notas.
verb-remind = Recordármelo
    .phrases = recordármelo | recuérdeme | recuérdemelo | recuérdame | recordatorio | poner un recordatorio | avíseme | avísenos | remind me | remind
    .about = Pone un recordatorio para el día en que el resultado podría cambiar solo por el calendario.
verb-language = Idioma
    .phrases = idioma | cambiar idioma | cambiar de idioma | language
    .about = Cambia el idioma.
verb-pause = Pausa
    .phrases = pausa | pausar | después | más tarde | seguir después | guardar | guardar y salir | pause | salir
    .about = Guarda las respuestas para que pueda seguir más tarde.
verb-restart = Empezar de nuevo
    .phrases = empezar de nuevo | comenzar de nuevo | reiniciar | desde el principio | otra vez desde el principio | nuevo caso | caso nuevo | nuevo paciente | otro paciente | otro caso | siguiente caso | siguiente paciente | quiero empezar otro paciente | restart
    .about = Deja de lado todas las respuestas y empieza otra vez.
verb-cancel = Cancelar
    .phrases = cancelar | cancelar el caso | cerrar el caso | terminar el caso | cancel
    .about = Cierra el caso. Antes se le pregunta.
verb-delete = Borrar el caso
    .phrases = borrar | borrar el caso | borrar este caso | borrar mis respuestas | borrar todo | eliminar | eliminar el caso | eliminar todo | delete
    .about = Borra el caso con todas sus respuestas. Antes se le pregunta.
verb-done = Listo
    .phrases = listo | lista | ya | terminé | eso es todo | es todo | nada más | continuar | siguiente | done
    .about = Termina una selección de varias opciones, como procedimientos o documentos.
verb-keep = Dejar así
    .phrases = dejar así | déjelo así | dejarlo así | dejar esta respuesta | dejar la respuesta | dejarla así | mantener | mantener la respuesta | no cambiar | sin cambio | no importa | keep
    .about = Deja una respuesta como está cuando la ve otra vez.
verb-commands = Comandos
    .phrases = comandos | opciones | todos los comandos | lista de comandos | commands
    .about = Muestra todo lo que puede escribir.

help-heading = Lo que puede escribir en cualquier momento:
help-now-heading = Lo que puede escribir ahora:
help-read-back = Las fechas, y las respuestas con sus propias palabras, se repiten antes de contar, para que nada se entienda mal. "Sí" las acepta. "No" hace la pregunta otra vez.
help-summary = Todavía no se ha calculado nada. Por favor, revise sus respuestas; el resultado se apoya en ellas.
help-same = Para cada nivel se hacen las mismas preguntas. Si las respuestas son las mismas, no se preguntan otra vez.
help-line = { $name }: { $about }
help-cite = Lugar en la política: { $cite }
help-supplier = Quién lo suele saber: { $supplier }.

## Greeting and opening

greeting = Este servicio pregunta lo que la política de un pagador necesita saber sobre una solicitud de autorización previa, y luego dice qué partes de la política se cumplen, cuáles no y qué falta. Es para consultorios médicos y para el personal del pagador. Por favor, no escriba nombres de pacientes, fechas de nacimiento ni números de identificación.
greeting-commands = Puede escribir con sus propias palabras. Escriba "ayuda" en cualquier pregunta para ver por qué se hace.
greeting-policy = Política: { $policy }, texto en inglés hasta la nota "{ $through }".
example = Solo un ejemplo: esta política no está completa y ningún plan de salud la usa en esta forma. No use sus resultados para una solicitud real.
greeting-reference = Referencia del caso: { $reference }. Guárdela para volver a este caso.
language-en-US = English (inglés)
    .phrases = english | inglés | in english | en inglés | english please | in english please | inglés por favor | en inglés por favor
language-es-US = Español
    .phrases = spanish | español | in spanish | en español | spanish please | in spanish please | español por favor | en español por favor
language-changed = Ahora el idioma es español.

## Questions and progress

progress = Pregunta { $number }, { $left ->
    [one] falta { $left } más o menos
   *[other] faltan { $left } más o menos
}
progress-open = Pregunta { $number }
progress-last = Pregunta { $number }, la última
choose-several = Puede elegir más de una opción, por ejemplo 1 y 3.
place-unknown = este nivel
place-other = otro nivel
place-known = { $level }
item = { $procedure } en { $level }
same-as-ask = Usted dio respuestas para { $other }. ¿Sirven las mismas respuestas para { $place }?
    .same = Las mismas respuestas
    .same-phrases = las mismas | los mismos | iguales | igual | lo mismo | son iguales | son las mismas | las mismas para ambos
    .different = Respuestas diferentes
    .different-phrases = diferentes | distintas | otras | no son iguales | no son las mismas
recheck-ask = El { $date } usted respondió "{ $answer }" a: { $question } ¿Sigue siendo así hoy?
keep-answer = Dejar esta respuesta
present-answer = Su respuesta ahora: { $answer }
edit-ask = ¿Qué respuesta quiere cambiar?
contradiction-ask = ¿Cuál de las dos respuestas quiere cambiar?

## Units, days and lists

month = { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
}
date-long = { $day } de { month } de { $year }
list = { $items }
list-middle = { $before }, { $item }
list-end = { $before }{ $initial ->
    [i] { " e " }
   *[other] { " y " }
}{ $item }

## Reading an answer back

date-exact = { $date }, { $days ->
    [0] hoy
    [one] hace { $days } día
   *[other] hace { $days } días
}
date-range = entre el { $first } y el { $last }, hace de { $least } a { $most } días
period-ongoing = inicio: { $start }; todavía sigue
period-ended = inicio: { $start }; final: { $end }
number-range = de { $least } a { $most }
number-exact = { $number }
readback-heading = Esto es lo que entendí:
readback-line = { $label }: { $answer }
readback-line-at = { $label } ({ $place }): { $answer }
label-at = { $label } ({ $place })
picked-day = { $day }
picked-since = desde { $day }
readback-ask = ¿Es correcto?
set-aside-ask = Con este cambio, estas respuestas ya no se usarán: { $answers }. ¿Quiere hacer el cambio?

## When an answer is not understood

reject-not-understood = No entendí esa respuesta.
reject-expected-choice = Por favor, elija una de las respuestas que se muestran, por su número o con sus propias palabras.
reject-expected-yes-no = Por favor, responda sí, no o no consta.
reject-expected-these = Por favor, elija una de estas: { $choices }.
reject-expected-date = Por favor, escriba una fecha, como 3 de marzo de 2026, o cuánto tiempo hace, como hace 3 semanas.
reject-expected-period = Por favor, escriba cuándo empezó y, si ya terminó, cuándo terminó.
reject-expected-level = Por favor, escriba uno o más niveles, como L1, o T12 y L1.
reject-expected-number = Por favor, escriba un número entero de { $least } a { $most }.
reject-not-exact = "Cerca de" no es bastante exacto aquí. Por favor, escriba un número entero de { $least } a { $most }, dos números entre los que está, o un límite, como "más de", "al menos" o "hasta" con el número.
reject-no-unit = ¿Son días, semanas o meses? Por favor, escriba { $number } con su unidad, como "{ $number } semanas".
reject-future-date = Ese día es después de hoy. Por favor, escriba un día que ya haya llegado.
reject-negative = Un plazo no puede ser menor que cero. Por favor, escríbalo otra vez.
reject-no-such-day = Ese día no existe en el calendario. Por favor, revise el día y el mes.
reject-too-long-ago = Parece que fue hace demasiado tiempo. Por favor, revise el número o el año.
reject-ends-before-start = El final es antes del inicio. Por favor, escriba otra vez las dos fechas.
reject-no-such-level = Ese nivel de la columna no existe. Los niveles son C1 a C7, T1 a T12, L1 a L5 y S1 a S5.
reject-denies-some = Usted descartó algunas de estas y no dijo nada de las demás. Por favor, elija cada una que muestra el expediente, o "Ninguno de estos" si no muestra ninguna.
reject-pick-one = Aquí solo cabe una respuesta. Por favor, elija una de estas: { $choices }.
reject-ambiguous = Esto puede significar más de una cosa. ¿Quiso decir una de estas: { $choices }?
reject-number-not-offered = No hay una opción { $number }. Por favor, elija una de las respuestas que se muestran.
reject-too-long = El mensaje es demasiado largo. Por favor, responda solo esta pregunta.
reject-nothing-to-undo = No hay ninguna pregunta antes de esta.
reject-nothing-to-edit = Todavía no hay ninguna respuesta que cambiar.
reject-nothing-to-erase = Todavía no hay ningún caso que borrar.
reject-no-result-yet = Todavía no hay resultado, así que no hay nada que recordar. Puede pedirlo otra vez cuando tenga el resultado.
reject-nothing-to-remind = El calendario por sí solo no cambiará este resultado, así que no hay ningún día que recordar. Solo cambia cuando cambia una respuesta o un documento.
reject-stale = Ese botón es de una pregunta anterior. El caso está ahora en este punto.
reject-no-command = No hay ese comando. Escriba /commands para ver lo que puede escribir.
reject-code = Eso parece un código de invitación. Aquí ya no hace falta ningún código. Por favor, siga con la pregunta.
left-out = Esto quedó fuera, porque puede entenderse de más de una manera o valer para más de un nivel: { $labels }. Por favor, escríbalo otra vez por separado, con su nivel si hay varios.
reject-identifiers = Su mensaje puede tener un nombre, una fecha de nacimiento o un número de identificación. No se guardó nada del mensaje. Por favor, bórrelo donde lo escribió y siga sin nombres, fechas de nacimiento ni números de identificación.
reject-levels-too-many = Por favor, nombre { $most } niveles como máximo.

## Questions that are not answers

faq-patient = Este servicio es para consultorios médicos y para el personal del pagador, no para pacientes. No puede dar consejos, y este mensaje no abre ningún caso. Por favor, hable con su médico o con su plan de salud.
    .phrases = debo hacerme esto | debería hacerme esto | debo operarme | debería operarme | es seguro para mí | soy el paciente | soy la paciente | yo soy el paciente | yo soy la paciente | me duele la espalda | mi cirugía | mi seguro | me va a ayudar | me rompí la espalda
faq-approved = Este servicio no puede decirlo. Solo el plan decide. Nada de esto es una aprobación ni una garantía.
    .phrases = aprobado | aprobada | está aprobado | está aprobada | ya está aprobado | entonces está aprobado | lo aprobaron | la aprobaron | entonces ya estamos | está cubierto | está cubierta | lo cubre el plan | la cubre el plan | lo cubren | lo van a pagar | la van a pagar | van a pagar | lo pagan | lo paga el plan | está autorizado | ya tenemos autorización | número de autorización | approved | is it approved

## Dispositions: the result of one item in one sentence

disposition-submit = Según sus respuestas, se cumple una vía de la política y tiene a la mano los documentos que lo muestran, así que la solicitud se puede enviar.
    .short = Enviar
disposition-submit_with_note = Según sus respuestas, se cumple una vía de la política y la solicitud se puede enviar; los puntos pendientes de abajo importan con una lectura más estricta de la política.
    .short = Enviar con una nota
disposition-payer_review = La política se puede leer de más de una manera en un punto que aquí importa, así que solo el pagador lo puede resolver.
    .short = Revisión del pagador
disposition-documentation_needed = Todavía no se sabe algo que la política pregunta, o ningún documento a la mano lo muestra.
    .short = Falta documentación
disposition-not_addressed = La política no nombra este procedimiento, así que no dice nada sobre esta solicitud.
    .short = No tratado en la política
disposition-inconsistent = Dos respuestas no pueden ser correctas a la vez, así que no hay resultado hasta que se corrija una de ellas.
    .short = Las respuestas no concuerdan

disclaimer = Esto no es una aprobación, una denegación ni una garantía. Solo el pagador decide.

## Status of a criterion, and how a fact is known

status-met = Se cumple
status-not_met = No se cumple
status-open = Pendiente
status-depends = Depende de cómo se lea la política
known-documented = documentado
known-told = según su respuesta

## Summary before the result

summary-heading = Resumen de sus respuestas
summary-line = { $label }: { $answer }
summary-item-heading = { $item }:
summary-unused-heading = Se guardó, pero no se usa para este resultado:
summary-ask = ¿Está todo correcto?
    .confirm = Ver el resultado
    .change = Cambiar una respuesta
details-none = Todavía no hay resultado, así que no tiene detalles. Sus respuestas hasta ahora:
summary-empty = Todavía no hay respuestas.

## The result

result-heading = Resultado para { $item }
result-disposition = { $short }: { $sentence }
result-details-heading = Detalles para { $item }
result-criteria-heading = Los criterios de la política:
result-criteria-idle = Estos no influyen en este resultado: { $criteria }.
result-criterion = { $status } ({ $known }): { $criterion } [{ $cite }]
result-criterion-plain = { $status }: { $criterion } [{ $cite }]
result-paths-met = Se cumple: { $paths }.
result-path-failed = { $path }. Criterios que no se cumplen: { $criteria }.
result-paths-depend = Depende de cómo se lea la política: { $paths }.
result-rule = { $text } [{ $cite }]
result-tec-heading = Los criterios de tecnología que la política nombra como no cumplidos:
result-tec = { $number }. { $text } [{ $cite }]
result-needs-heading = Todavía falta saber:
result-need = { $fact }. Quién lo suele saber: { $supplier }.
result-need-for = { $fact }. Hace falta para: { $criteria }. Quién lo suele saber: { $supplier }.
result-closed-list = { $criterion } Basta con uno de estos: { $facts }. Quién lo suele tener: { $supplier }.
result-need-exact = { $fact }: hace falta una fecha exacta. Por ahora: { $answer }. Quién la suele tener: { $supplier }.
result-need-number = { $fact }: se necesita un número exacto. Hasta ahora: { $answer }. Quién lo suele tener: { $supplier }.
result-review-records = Documentos que pueden mostrarlo: { $documents }.
result-also-heading = Conviene agregarlo, porque una lectura más estricta de la política lo pide:
result-review-also-heading = Pendiente, e importa con una lectura menos estricta de la política:
result-readings-heading = Donde la política se puede leer de dos maneras:
result-reading = { $reading } [{ $cite }]
result-readings-combination = Ningún punto lo decide por sí solo; depende de varias de estas lecturas juntas.
result-raised-heading = Las respuestas suyas que causan la pregunta:
result-raised = { $answers }. { $count ->
    [one] Cuenta
   *[other] Cuentan
} para: { $criterion } [{ $cite }]
result-include-records = Pida primero al médico que confirme { $count ->
    [one] este punto
   *[other] estos puntos
} en el expediente. Después envíe la solicitud con los documentos sobre { $count ->
    [one] ese punto
   *[other] esos puntos
} y marque la pregunta para el pagador, o llame al pagador.
result-documents-heading = Documentos que todavía faltan:
result-document = { $document }. Debe mostrar: { $shows } Quién lo suele tener: { $supplier }.
result-document-required = { $document }. La política pide este documento. Debe mostrar: { $shows } Quién lo suele tener: { $supplier }. [{ $cite }]
result-document-choice = Basta con uno cualquiera de estos: { $documents }. Quién lo suele tener: { $supplier }.
result-documents-suggested = La política no da una lista de documentos; esta lista es una sugerencia nuestra.
result-documents-others = La política pide solo los documentos que llevan una sección al final; los demás son sugerencia nuestra.
result-documents-in-hand = A la mano: { $documents }.
result-not-met-today = No se cumple al { $date }.
result-path-possible-on = { $path }: podría cumplirse desde el { $date }, si los días siguen contando y se cumplen también sus otros puntos.
result-changes-on = Con estas respuestas, el resultado podría cambiar el { $date }.
result-notes-heading = Notas:
result-note = { $note } [{ $cite }]
result-note-outside = { $note } [No es de la política. Fuente: { $source }]
result-translated = La política está en inglés. Aquí se explica con nuestras palabras, y los lugares citados entre corchetes llevan el nombre que tienen en el texto en inglés.
result-policy = Política { $policy }, versión { $digest }, texto en inglés hasta la nota "{ $through }".
result-update = Del historial del texto de la política: { $cites }.
result-as-of = Calculado para el { $date }.
result-reference = Referencia del caso: { $reference }
result-next = Para cambiar una respuesta, escriba "cambiar". Para empezar un caso nuevo, escriba "empezar de nuevo".

## Coming back: what changed and why

resume-greeting = Aquí sigue el caso { $reference }.
resume-day = Su última respuesta fue el { $date }. Hoy es { $today }, así que los plazos se contaron otra vez.
resume-changed = El resultado para { $item } cambió: era "{ $before }" y ahora es "{ $after }".
resume-path-now-met = { $path }: se cumple a la fecha de hoy, porque ya pasó el plazo que nombra.
resume-path-expired = { $path }: ya no se cumple, porque pasó el plazo que nombra.
resume-unchanged = El resultado no ha cambiado.
repinned = La política o sus preguntas cambiaron desde su última respuesta. Sus respuestas se guardaron y se revisaron otra vez con la versión { $digest }.
repinned-dropped = Estas respuestas ya no son posibles y se preguntarán otra vez: { $labels }.
paused = El caso está en pausa. Sus respuestas están guardadas. Para seguir, vuelva y escriba "continuar". Desde otro lugar, use la referencia del caso { $reference }.
unseen = Su último mensaje no se usó, porque el caso avanzó después de la última pregunta que se mostró aquí. Así está ahora.
restarted = Todas las respuestas se dejaron de lado. El caso empieza de nuevo.
restart-ask = Esto deja de lado todas las respuestas. ¿Quiere empezar de nuevo?
cancelled-result = El caso está cerrado. Su resultado ya no se muestra. Por ahora se guardan sus respuestas. Para abrirlo otra vez, vuelva con la referencia del caso { $reference }.
cancelled = El caso está cancelado. No hay resultado. Por ahora se guardan sus respuestas. Si después de todo quiere seguir, vuelva con la referencia del caso { $reference }.
cancel-ask-result = Esto cierra el caso. Su resultado ya no se mostrará. ¿Quiere cerrarlo?
cancel-ask = Esto termina el caso sin resultado. ¿Quiere cancelarlo?
delete-ask = Esto borra el caso { $reference } con todo lo que contiene: { $count ->
    [one] { $count } respuesta
   *[other] { $count } respuestas
}, cualquier resultado y cualquier recordatorio. No se puede deshacer. ¿Quiere borrar el caso?
erased = El caso está borrado. No se guarda ninguna de sus respuestas. Para empezar un caso nuevo, escriba el procedimiento que solicita.

## Where the case stands

stands-new = Todavía no ha empezado ningún caso. Empieza con su primera respuesta.
stands-asking = Preguntas respondidas: { $count }. El caso espera su respuesta.
stands-summary = Preguntas respondidas: { $count }. El caso espera que usted revise el resumen.
stands-assessed = Preguntas respondidas: { $count }. El caso tiene un resultado:
stands-result = { $item }: { $short }
stands-next = Escriba "detalles" para ver en qué se apoya el resultado.

## Reminders, and cases that wait

reminder-set = Hay un recordatorio para el { $date }. Ese día se le dirá qué ha cambiado.
reminder-due = Este es el recordatorio que pidió. Referencia del caso: { $reference }.
nudged = El caso { $reference } todavía espera su respuesta. Preguntas respondidas: { $count }. No se ha perdido nada, y puede seguir en cualquier momento.
expired = El caso { $reference } se cerró, porque nadie respondió durante mucho tiempo. Por ahora se guardan sus respuestas. Para seguir, vuelva con la referencia del caso.

## La terminal

terminal-kept = Sus respuestas quedan guardadas. Para seguir con el caso { $reference }, ejecute de nuevo "preauth chat".
terminal-nothing-kept = No se abrió ningún caso, porque no se respondió ninguna pregunta.
terminal-busy = Su respuesta no se guardó, porque este caso también está abierto en otro lugar. Escríbala de nuevo.
terminal-recorded = Esta conversación se guardó en el archivo { $file }, sin nombres, sin la referencia del caso y con todas las fechas cambiadas. Puede enviarlo a quien atiende este servicio.
terminal-recorded-partly = Solo una parte de esta conversación se guardó en el archivo { $file }: { $count ->
    [one] falta 1 respuesta, porque no había palabras para ella
   *[other] faltan { $count } respuestas, porque no había palabras para ellas
}. El archivo no tiene nombres ni la referencia del caso, y todas sus fechas están cambiadas.
terminal-not-recorded = No se pudo guardar esta conversación: { $why }
terminal-full = Su respuesta no se guardó, porque no queda espacio en el disco. Libere espacio y escríbala de nuevo.

## The messenger

telegram-deleted = Su mensaje se borró de este chat si Telegram lo permitió. Si todavía lo ve, bórrelo.
telegram-stranger = Este servicio es para consultorios invitados. Si tiene un código de invitación, escríbalo aquí.
telegram-code-not-valid = Este código de invitación no es válido. Pida uno nuevo a quien se lo envió.
telegram-too-fast = Fueron muchos mensajes a la vez. Espere un minuto y escriba otra vez su último mensaje.
telegram-no-files = Aquí no se leen archivos ni fotos, y no se deben enviar: pueden mostrar el nombre de un paciente. Escriba la respuesta. Su archivo se borró de este chat si Telegram lo permitió.
telegram-no-voice = Aquí no se escuchan mensajes de voz. Escriba la respuesta o toque un botón.
telegram-text-only = Aquí solo se entienden texto y botones. Escriba la respuesta o toque un botón.
telegram-edited = No se lee un cambio en un mensaje ya enviado. Para cambiar una respuesta, escriba "editar".
telegram-private-only = Este servicio funciona solo en un chat privado. Abra un chat con este bot.
telegram-welcome = Le damos la bienvenida. Este chat ya está listo para su consultorio.
telegram-stale = Ese botón es de una pregunta anterior. Esta es la pregunta actual.
telegram-busy = Su respuesta no se guardó, porque este caso también está abierto en otro lugar. Envíela otra vez.
telegram-full = Su respuesta no se guardó, porque ahora no hay espacio para guardarla. Avise al personal del servicio y envíela más tarde.
telegram-parked = Este caso no se puede abrir ahora. Sus respuestas están a salvo. Dé la referencia del caso al personal del servicio.
telegram-no-such-case = No hay un caso con esta referencia. Revísela y escríbala otra vez.
telegram-fault = Algo falló de nuestro lado y este mensaje no se tomó. Sus respuestas anteriores están a salvo. Use otras palabras o toque un botón.
telegram-close = Cerrar calendario
telegram-done = Listo
telegram-pick-day = 📅 Elegir un día
telegram-go-on = Seguir
telegram-erased = Otra persona de su consultorio borró el caso { $reference }. Lo que escriba ahora empieza un caso nuevo.
telegram-new = Caso nuevo
telegram-command-start = Seguir con el caso abierto, o empezar
telegram-command-new = Empezar un caso nuevo
telegram-command-help = Por qué se pregunta esto y qué puede escribir
telegram-command-status = Cómo va este caso
telegram-command-summary = Todas las respuestas hasta ahora
telegram-command-edit = Cambiar una respuesta
telegram-command-back = Volver a la pregunta anterior
telegram-command-language = Cambiar el idioma
telegram-command-cancel = Cerrar este caso
telegram-command-delete = Borrar las respuestas de este caso
telegram-weekdays = Días
    .phrases = dom | lun | mar | mié | jue | vie | sáb
telegram-months = Meses
    .phrases = enero | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre | octubre | noviembre | diciembre
