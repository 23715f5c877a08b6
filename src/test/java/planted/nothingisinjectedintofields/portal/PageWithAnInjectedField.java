package planted.nothingisinjectedintofields.portal;

import org.springframework.beans.factory.annotation.Autowired;

/** Planted: a field that nobody can set in a test. */
class PageWithAnInjectedField {
    @Autowired
    Object service;
}
