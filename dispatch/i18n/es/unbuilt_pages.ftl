### La página que hay en lugar de la consola cuando nadie la ha construido.

unbuilt-title = La consola no está construida
unbuilt-what = El programa funciona y guarda lo que se hace, pero en esta instalación falta la pantalla de la sala. Avisa a quien lleva el servidor.
unbuilt-meanwhile = Mientras tanto
unbuilt-how = Para quien lleva el servidor
unbuilt-why = La consola se construye al instalar, con paquetes de npm. Falta cuando la red o el registro de npm no respondieron, o cuando se instaló con CSI_CONSOLE=skip.
unbuilt-make = En la carpeta del programa, esto la construye o dice qué falla:
unbuilt-proxy = Detrás de un proxy, antes hay que poner estas variables:
unbuilt-https-proxy = La dirección del proxy, tanto para pip como para npm.
unbuilt-pip-cert = Fichero PEM con los certificados del proxy que abre el TLS, para pip.
unbuilt-node-certs = El mismo fichero, para npm.
unbuilt-registry = La dirección de un registro de npm propio, si lo hay.
unbuilt-then = No hay que volver a arrancar nada: una vez construida, carga de nuevo la página.
