package planted.pageslookdown.portal;

import planted.pageslookdown.exchange.Export;

/** Planted: a page that knows its neighbour. */
class PageThatUsesAnExport {
    Export export;
}
