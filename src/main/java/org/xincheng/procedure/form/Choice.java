package org.xincheng.procedure.form;

/** An option of a choice, in the shape that Camunda Forms expect. */
public record Choice(String label, String value) {}
