package planted.nothingprintstotheconsole.portal;

/** Planted: output past the log. */
class PageThatPrints {
    void show(String text) {
        System.out.println(text);
    }
}
