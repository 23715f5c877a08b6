package planted.thecommonmodulesstandalone.audit;

import planted.thecommonmodulesstandalone.credit.Something;

/** Planted: an audit that knows the store. */
class LogsWhatTheStoreSays {
    Something something;
}
