package planted.noticeslookdown.notice;

import planted.noticeslookdown.procedure.Step;

/** Planted: a notice that looks up to the procedures. */
class NoticeThatDrivesAProcedure {
    Step[] next;
}
