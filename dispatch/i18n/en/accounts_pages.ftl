### Accounts

accounts-title = Accounts
accounts-health = Health of the service
accounts-stores = What is ordered can be stored.
accounts-stores-not = NOTHING can be stored: the disk of the database is full or can’t be written. See the logs of the service.
accounts-clock = The clock of the server is right.
accounts-clock-not = The clock of the server is WRONG: nothing is stored until it is right.
accounts-ready = For programs that watch over the service:
accounts-how = How accounts are managed
accounts-how-hint = On the command line of the server, also while it serves. No page can make or change one: whoever gets hold of a session must not be able to make another.
accounts-how-add = adds an account
accounts-how-password = a new password; its sessions end
accounts-how-invite = lets somebody in on a new device
accounts-how-disable = closes an account; its sessions end
accounts-how-list = lists the accounts
accounts-people = All accounts
accounts-disabled = closed
