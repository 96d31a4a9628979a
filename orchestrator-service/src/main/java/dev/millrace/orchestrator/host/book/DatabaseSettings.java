package dev.millrace.orchestrator.host.book;

/**
 * How the host reaches its book.
 *
 * @param jdbcUrl for migrations and partitions
 * @param reactiveUrl for everything else, {@code postgresql://host:port/database}
 * @param connections of the host's own pool: one per thread, one for the sweep, one for housekeeping
 */
public record DatabaseSettings(String jdbcUrl, String reactiveUrl, String user, String password, int connections) {
    @Override
    public String toString() {
        return "DatabaseSettings[" + reactiveUrl + "]";
    }
}
