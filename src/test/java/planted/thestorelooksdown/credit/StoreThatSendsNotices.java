package planted.thestorelooksdown.credit;

import planted.thestorelooksdown.notice.Postman;

/** Planted: a store that looks up to the notices. */
class StoreThatSendsNotices {
    Postman postman;
}
