package dev.millrace.datasources;

/**
 * How to reach a data source.
 *
 * @param defaultSchema tables of this schema are named without it
 * @param ledger whether Millrace may keep its ledger table (schema {@code millrace_ledger}: not plain millrace, where a role of that name would find its own new tables) in the database
 * @param poolSize connections at most, at least 1
 */
public record ConnectionSettings(
        String name,
        String host,
        int port,
        String database,
        String user,
        String password,
        String defaultSchema,
        boolean ledger,
        int poolSize) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return name + " (" + user + "@" + host + ":" + port + "/" + database + ")";
    }
}
