## A unit that fails with the patient: pages

page-failure = La unidad no puede seguir
page-failure-hint = La central planifica enseguida otra unidad. Quédense con el paciente: responden de él hasta que la dotación siguiente se haga cargo.
page-failure-hint-on-the-way = La central planifica enseguida otra unidad para el paciente. La suya queda fuera de servicio hasta que digan que vuelve a estar en servicio.
page-label-failure-reason = Qué ha pasado
page-label-lat = Latitud (opcional)
page-label-lon = Longitud (opcional)
page-failure-place = Solo si este dispositivo no envía la posición.
page-failure-send = Pedir otra unidad
page-fault-failure = Escriba qué ha pasado.
page-done-failure = Avisado. Quédense con el paciente.
page-done-failure-free = Avisado. La unidad está fuera de servicio; indiquen aquí cuándo vuelve a estar en servicio.
page-failure-wait = Quédense con el paciente hasta que { $unit } se haga cargo.
page-failure-wait-none = Quédense con el paciente: la central busca otra unidad.
page-failure-notice = { $unit } ha fallado ({ $time }). Su dotación sigue con el paciente.
page-failure-next = { $unit } va hacia allí.
page-failure-next-none = Se envía otra unidad.
page-failure-with = El paciente está con la dotación de { $unit }, cuya unidad ha fallado.
page-failure-road = El paciente espera en la carretera:
page-done-left = Has salido. El servicio no puede guardar nada ahora mismo: la sesión ya no vale, y se borrará cuando se pueda volver a guardar o, como muy tarde, cuando caduque.
