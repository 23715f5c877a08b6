package planted.identityandauditstandalone.audit;

import planted.identityandauditstandalone.credit.Something;

/** Planted: an audit that knows the store. */
class LogsWhatTheStoreSays {
    Something something;
}
