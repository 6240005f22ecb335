# The address of the database, and what a database says when it lets nobody in.

refused-database_url_invalid = { $fault ->
    [empty] CSI_DATABASE_URL is set, but empty. Write { $allowed }, or take the setting away to use the embedded database.
    [scheme] CSI_DATABASE_URL begins with { $found }, which is no PostgreSQL. Write { $allowed }.
    [host] CSI_DATABASE_URL names no host. Write { $allowed }.
    [name] CSI_DATABASE_URL names no database. Write { $allowed }.
    [option] CSI_DATABASE_URL has the option { $found }, which is not known here. Only host, port and sslmode may follow the question mark.
    [sslmode] CSI_DATABASE_URL has an unknown sslmode. It may be { $found }.
   *[unreadable] CSI_DATABASE_URL can’t be read; perhaps the port is no number, or the password has a mark that must be written with % (@ is %40, / is %2F). Write { $allowed }.
}
unavailable-database_lets_nobody_in = { $fault ->
    [host] Nobody knows the host in CSI_DATABASE_URL. Check how it is written, and that this machine finds names (DNS).
    [password] The database doesn’t accept the user or the password in CSI_DATABASE_URL.
    [name] The database server has no database of the name in CSI_DATABASE_URL.
    [ssl] The database server and CSI_DATABASE_URL don’t agree about encryption. Write or take away ?sslmode=require.
   *[right] The user in CSI_DATABASE_URL lacks a right in that database.
}
unavailable-database_not_back = The database ended and did not come back after { $tries } tries. Read the end of { $path }, mend what it names, then start the program again: what it had confirmed is kept. Until then work by telephone.
