"""The officer's verbs and the questions that the screens ask; each verb is one transaction."""
