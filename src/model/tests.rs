//! The laws of the model, held by random projects of several replicas.
