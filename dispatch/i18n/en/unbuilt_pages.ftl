### The page that stands in for the console where nobody has built it.

unbuilt-title = The console is not built
unbuilt-what = The program works and stores what is done, but this installation lacks the screen of headquarters. Tell whoever runs the server.
unbuilt-meanwhile = Meanwhile
unbuilt-how = For whoever runs the server
unbuilt-why = The console is built when installing, with packages from npm. It is missing where the network or npm’s registry did not answer, or where CSI_CONSOLE=skip was set.
unbuilt-make = In the folder of the program, this builds it or says what fails:
unbuilt-proxy = Behind a proxy, set these variables before:
unbuilt-https-proxy = The address of the proxy, for pip and for npm.
unbuilt-pip-cert = PEM file with the certificates of a proxy that opens TLS, for pip.
unbuilt-node-certs = The same file, for npm.
unbuilt-registry = The address of an npm registry of your own, if there is one.
unbuilt-then = Nothing needs to be started again: once it is built, load this page anew.
