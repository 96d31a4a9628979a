package dev.millrace.datasources;

/**
 * Names a collection: {@code shop:orders}, or {@code orders} in the default data source.
 *
 * @param dataSource null for the default data source
 */
public record CollectionName(String dataSource, String collection) {
    public static CollectionName parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new CollectionName(null, text)
                : new CollectionName(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return dataSource == null ? collection : dataSource + ":" + collection;
    }
}
