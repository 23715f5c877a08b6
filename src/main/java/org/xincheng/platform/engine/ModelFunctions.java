package org.xincheng.platform.engine;

/** Marks beans whose methods an expression of a model may call, besides delegates and listeners: dates and flags, never data. */
public interface ModelFunctions {}
