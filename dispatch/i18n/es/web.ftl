### Errors of the interface.

refused-title = No se puede hacer
refused-method = Esta dirección no admite este tipo de petición.
refused-not_understood = La petición no se entiende.
unavailable-title = Ahora mismo no es posible
defect-title = Error del programa
defect-detail = Ha habido un error nuestro, ya ha quedado anotado. No se ha guardado nada a medias: vuelve a probarlo o llama a la central.
refused-hospital_already_asked = Este hospital ya tiene la solicitud: aún no ha respondido.

fact-from = las { $time } o más tarde
fact-upto = las { $time } o antes
