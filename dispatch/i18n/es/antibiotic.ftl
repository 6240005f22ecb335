### El antibiótico del paquete de medidas.

care-adequate = ¿El antibiótico cubre lo que se sospecha?
care-adequate-hint = Lo juzga quien lo da, según el protocolo de su hospital. Si no, el paso sigue pendiente.
bundle-doubt-antibiotic_inadequate = el antibiótico registrado no cubre lo que se sospecha
