### Cuentas

accounts-title = Cuentas
accounts-health = Estado del servicio
accounts-stores = Se puede guardar lo que se ordena.
accounts-stores-not = NO se puede guardar nada: el disco de la base de datos está lleno o no se puede escribir. Mirad los registros del servicio.
accounts-clock = El reloj del servidor va bien.
accounts-clock-not = El reloj del servidor NO va bien: no se guarda nada hasta que vaya.
accounts-ready = Para programas que vigilan el servicio:
accounts-how = Cómo se gestionan las cuentas
accounts-how-hint = En la línea de órdenes del servidor, también mientras el servicio funciona. Ninguna página puede crearlas ni cambiarlas: quien se apodere de una sesión no debe poder hacer otra.
accounts-how-add = añade una cuenta
accounts-how-password = contraseña nueva, y cierra las sesiones
accounts-how-invite = deja entrar desde un aparato nuevo
accounts-how-disable = cierra una cuenta y sus sesiones
accounts-how-list = lista las cuentas
accounts-people = Todas las cuentas
accounts-disabled = cerrada
