package app.rotina.sample;

/**
 * One size and colour of a product.
 *
 * @param index from 0, over the whole catalog
 * @param popularity its part of the product's
 */
record Sku(int index, Word code, Product product, Word size, Word colour, double popularity) {

    double popularity(int month) {
        return popularity * product.department().in(month);
    }

    boolean isSize(String name) {
        return size.toString().equals(name);
    }
}
