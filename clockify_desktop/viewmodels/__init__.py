"""View models: one frozen state and one signal each; QtCore only."""
