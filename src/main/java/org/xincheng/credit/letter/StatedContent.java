package org.xincheng.credit.letter;

/** What a letter states: the content of one of the procedures' letters. */
public sealed interface StatedContent permits LetterContent, RemedyContent, EndContent {}
